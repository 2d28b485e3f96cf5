// SPDX-License-Identifier: Apache-2.0
#include "layers/read/dxf_text.hpp"

#include <sstream>

#include "layers/read/line_blocks.hpp"

namespace redline {
namespace {

constexpr char const* FIRST_IN_UTF8 = "AC1021";  // AutoCAD 2007

struct Header {
  std::string version, code_page;
};

// The value of a header variable stands two lines below its name, behind a group code.
std::string value_of(std::string const& head, char const* variable) {
  auto const at = head.find(variable);
  if (at == std::string::npos) return {};
  std::istringstream lines(head.substr(at, 200));
  std::string value;
  for (int i = 0; i < 3; ++i) std::getline(lines, value);
  while (!value.empty() && static_cast<unsigned char>(value.back()) <= ' ') value.pop_back();
  return value.substr(std::min(value.find_first_not_of(' '), value.size()));
}

Encoding declared(Header const& h) {
  if (h.version >= FIRST_IN_UTF8 && h.version.rfind("AC", 0) == 0) return {"UTF-8", "encoding.dxf_version"};
  auto const page =
      h.code_page.rfind("ANSI_", 0) == 0 || h.code_page.rfind("ansi_", 0) == 0 ? h.code_page.substr(5) : h.code_page;
  return {page.empty() ? "" : canonical_encoding(page), "encoding.dxf_code_page"};
}

// Drawings by many programs say ANSI_1252 whatever they hold.
bool contradicted(Encoding const& e, TextSample const& texts) {
  if (e.name == "UTF-8") return !texts.utf8();
  return texts.surely_utf8() || (e.name == "CP1252" && texts.chinese());
}

}  // namespace

Encoding dxf_encoding(std::string const& path, std::string const& layer, std::string const& given, Findings& findings) {
  if (!given.empty()) return {canonical_encoding(given).empty() ? given : canonical_encoding(given), "encoding.given"};
  TextSample texts;
  std::string head;
  each_block(path, [&](std::string_view block) {
    if (head.empty()) head = block;
    texts.add(block);
  });
  if (texts.ascii()) return texts.decide();
  auto says = declared({value_of(head, "$ACADVER"), value_of(head, "$DWGCODEPAGE")});
  if (!says.name.empty() && !contradicted(says, texts)) return says;
  auto by_bytes = texts.decide();
  if (!says.name.empty())
    findings.push_back({"read.encoding_contradicted_dxf", Severity::warning, layer, "", {says.name, by_bytes.name}});
  return by_bytes;
}

}  // namespace redline
