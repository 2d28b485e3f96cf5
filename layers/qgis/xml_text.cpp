// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/xml_text.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <limits>
#include <memory>
#include <type_traits>

#include "engine/core/error.hpp"
#include "layers/report/xml.hpp"

namespace redline {
namespace {

constexpr std::size_t DEEPEST = 500;  // styles nest some twenty deep

struct Reading {
  XML_Parser parser = nullptr;
  std::vector<XmlElement> elements;
  std::vector<std::size_t> open;
};

std::size_t place(XML_Parser parser) { return static_cast<std::size_t>(XML_GetCurrentByteIndex(parser)); }
std::size_t length(XML_Parser parser) { return static_cast<std::size_t>(XML_GetCurrentByteCount(parser)); }

void XMLCALL begin(void* user, XML_Char const* name, XML_Char const** attributes) {
  auto& r = *static_cast<Reading*>(user);
  XmlElement e;
  if (r.open.size() > DEEPEST) XML_StopParser(r.parser, XML_FALSE);
  e.name = name;
  e.begin = place(r.parser), e.inner_begin = e.begin + length(r.parser);
  e.parent = r.open.empty() ? 0 : r.open.back();
  for (; *attributes; attributes += 2) e.attributes.emplace_back(attributes[0], attributes[1]);
  r.open.push_back(r.elements.size());
  r.elements.push_back(std::move(e));
}

void XMLCALL end(void* user, XML_Char const*) {
  auto& r = *static_cast<Reading*>(user);
  auto& e = r.elements[r.open.back()];
  r.open.pop_back();
  e.inner_end = place(r.parser), e.end = e.inner_end + length(r.parser);
}

void XMLCALL characters(void* user, XML_Char const* text, int n) {
  auto& r = *static_cast<Reading*>(user);
  if (!r.open.empty()) r.elements[r.open.back()].text.append(text, static_cast<std::size_t>(n));
}

}  // namespace

std::string XmlElement::attribute(std::string_view key) const {
  for (auto const& [own, value] : attributes)
    if (own == key) return value;
  return {};
}

XmlText::XmlText(std::string text) : m_text(std::move(text)) {
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> const parser(XML_ParserCreate("UTF-8"),
                                                                                             &XML_ParserFree);
  if (!parser || m_text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw XmlFault(0, "out of memory");
  Reading reading{parser.get(), {}, {}};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), begin, end);
  XML_SetCharacterDataHandler(parser.get(), characters);
  if (XML_Parse(parser.get(), m_text.data(), static_cast<int>(m_text.size()), 1) != XML_STATUS_OK)
    throw XmlFault(XML_GetCurrentLineNumber(parser.get()), XML_ErrorString(XML_GetErrorCode(parser.get())));
  m_elements = std::move(reading.elements);
}

std::string_view XmlText::whole(std::size_t i) const {
  auto const& e = m_elements.at(i);
  return std::string_view(m_text).substr(e.begin, e.end - e.begin);
}

std::vector<std::size_t> XmlText::children(std::size_t of) const {
  std::vector<std::size_t> out;
  for (std::size_t i = of + 1; i < m_elements.size() && m_elements[i].begin < m_elements[of].inner_end; ++i)
    if (m_elements[i].parent == of) out.push_back(i);
  return out;
}

std::size_t XmlText::child(std::size_t of, std::string_view name) const {
  for (auto const i : children(of))
    if (m_elements[i].name == name) return i;
  return 0;
}

std::string XmlText::inner_with(std::size_t i, std::vector<std::pair<std::size_t, std::string>> const& replaced) const {
  auto at = m_elements.at(i).inner_begin;
  std::string out;
  for (auto const& [which, text] : replaced) {
    out.append(m_text, at, m_elements.at(which).begin - at).append(text);
    at = m_elements[which].end;
  }
  return out.append(m_text, at, m_elements[i].inner_end - at);
}

XmlText parsed_style(std::string text, std::string const& file) {
  try {
    return XmlText(std::move(text));
  } catch (XmlFault const& e) {
    throw Error(ErrorKind::input, "style.broken", {file, std::to_string(e.line), e.what()});
  }
}

std::string xml_attribute(std::string_view text) {
  std::string out;
  for (char const c : xml(text))
    if (c == '\n' || c == '\t' || c == '\r')
      out += fmt::format("&#x{:x};", static_cast<int>(c));
    else
      out += c;
  return out;
}

}  // namespace redline
