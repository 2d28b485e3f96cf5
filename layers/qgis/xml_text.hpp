// An XML text taken apart without changing a byte of it: elements in document order with their places in the text, so
// that parts can be cut out and put elsewhere as they were written. UTF-8. `inner` is what stands between the tags;
// `parent` is the place of the element around it (itself for the root). Not well formed: XmlFault {line, reason}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace redline {

struct XmlElement {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;  // values without escapes
  std::string text;                                             // of its own, not of those within
  std::size_t begin = 0, end = 0, inner_begin = 0, inner_end = 0, parent = 0;

  std::string attribute(std::string_view key) const;  // empty: none
};

struct XmlFault : std::runtime_error {
  XmlFault(std::size_t at, std::string const& reason) : std::runtime_error(reason), line(at) {}
  std::size_t line;
};

class XmlText {
 public:
  explicit XmlText(std::string text);
  std::vector<XmlElement> const& elements() const { return m_elements; }  // the first one is the root
  std::string_view whole(std::size_t i) const;                            // with its tags
  std::vector<std::size_t> children(std::size_t of) const;
  std::size_t child(std::size_t of, std::string_view name) const;  // 0: none
  // The text of an element with other texts in place of some elements inside it (in document order, none in another).
  std::string inner_with(std::size_t i, std::vector<std::pair<std::size_t, std::string>> const& replaced) const;

 private:
  std::string m_text;
  std::vector<XmlElement> m_elements;
};

// Of a file that holds a style, or a project. Error(input, style.broken {file, line, reason}).
XmlText parsed_style(std::string text, std::string const& file);

std::string xml_attribute(std::string_view text);  // escaped, so that line breaks stay what they are

}  // namespace redline
