// SPDX-License-Identifier: Apache-2.0
#include "layers/read/encoding.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <iconv.h>

#include <algorithm>
#include <vector>

namespace redline {
namespace {

std::string read_all(std::string const& path) {
  GByte* data = nullptr;
  vsi_l_offset size = 0;
  if (!VSIIngestFile(nullptr, path.c_str(), &data, &size, -1)) return {};
  std::string out(reinterpret_cast<char*>(data), static_cast<std::size_t>(size));
  CPLFree(data);
  return out;
}

std::string sibling(std::string const& shp, std::vector<char const*> const& extensions) {
  for (auto const* e : extensions) {
    auto const path = shp.substr(0, shp.size() - 3) + e;
    VSIStatBufL stat;
    if (VSIStatL(path.c_str(), &stat) == 0) return path;
  }
  return {};
}

// The text bytes of a .dbf: field names and records, without the binary parts of the header.
std::string dbf_text(std::string const& dbf) {
  if (dbf.size() < 33) return {};
  auto const at = [&](std::size_t i) { return static_cast<unsigned char>(dbf[i]); };
  auto const header = std::min<std::size_t>(dbf.size(), at(8) + 256u * at(9));
  std::string text;
  for (std::size_t f = 32; f + 32 <= header && at(f) != 0x0D; f += 32) text += std::string(dbf.c_str() + f, std::min<std::size_t>(11, std::char_traits<char>::length(dbf.c_str() + f))) + '\n';
  return text + dbf.substr(header);
}

std::string trimmed(std::string s) {
  while (!s.empty() && static_cast<unsigned char>(s.back()) <= ' ') s.pop_back();
  return s;
}

}  // namespace

bool is_utf8(std::string_view bytes) { return to_utf8(bytes, "UTF-8").has_value(); }

bool looks_chinese(std::string_view b) {
  std::size_t high = 0, paired = 0;
  for (std::size_t i = 0; i < b.size(); ++i) {
    auto const c = static_cast<unsigned char>(b[i]);
    if (c < 0x80) continue;
    ++high;
    if (i + 1 < b.size() && c >= 0xA1 && c <= 0xF7 && static_cast<unsigned char>(b[i + 1]) >= 0xA1) ++high, paired += 2, ++i;
  }
  return high > 0 && paired * 10 >= high * 9;
}

std::optional<std::string> to_utf8(std::string_view bytes, std::string const& from) {
  auto const cd = iconv_open("UTF-8", from.c_str());
  if (cd == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string out(bytes.size() * 3 + 16, '\0');
  auto* in = const_cast<char*>(bytes.data());
  auto* to = out.data();
  auto in_left = bytes.size(), out_left = out.size();
  auto const result = iconv(cd, &in, &in_left, &to, &out_left);
  iconv_close(cd);
  if (result == static_cast<std::size_t>(-1) || in_left > 0) return std::nullopt;
  out.resize(out.size() - out_left);
  return out;
}

Encoding decide(std::string_view bytes) {
  bool const ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return {"UTF-8", "encoding.ascii"};
  if (is_utf8(bytes)) return {"UTF-8", "encoding.strict_utf8"};
  if (looks_chinese(bytes)) return {"GB18030", "encoding.chinese_pairs"};
  return {"ISO-8859-1", "encoding.neither"};
}

Encoding shapefile_encoding(std::string const& shp, std::string const& given, Findings& findings) {
  if (!given.empty()) return {given, "encoding.given"};
  auto const text = dbf_text(read_all(sibling(shp, {"dbf", "DBF"})));
  if (auto const cpg = sibling(shp, {"cpg", "CPG"}); !cpg.empty()) {
    auto const declared = trimmed(read_all(cpg));
    bool const utf8 = CPLString(declared).toupper().find("UTF") != std::string::npos || declared == "65001";
    if (utf8 && !is_utf8(text)) findings.push_back({"read.encoding_contradicted", Severity::warning, CPLGetBasename(shp.c_str()), "", {declared}});
    return {"", "encoding.cpg"};
  }
  auto const whole = read_all(sibling(shp, {"dbf", "DBF"}));
  auto const language = whole.size() > 29 ? static_cast<unsigned char>(whole[29]) : 0;
  if (language == 0x4D) return {"CP936", "encoding.language_byte"};
  return decide(text);
}

}  // namespace redline
