// SPDX-License-Identifier: Apache-2.0
#include "layers/postgis/copy_text.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>

#include "layers/write/geopackage_geometry.hpp"

namespace redline {
namespace {

constexpr std::string_view DIGITS = "0123456789ABCDEF";
constexpr std::size_t WKB_HEAD = 5;  // byte order, type
constexpr std::array<unsigned char, 4> SRID = {LEDGER_SRS & 0xff, LEDGER_SRS >> 8, 0, 0};
constexpr unsigned char WITH_SRID = 0x20;  // in the highest byte of the type

void append_hex(std::span<unsigned char const> bytes, std::string& out) {
  for (auto const b : bytes) out += DIGITS[b >> 4], out += DIGITS[b & 15];
}

void append_geometry(std::span<unsigned char const> blob, std::string& out) {
  auto const wkb = wkb_of_blob(blob);
  std::array<unsigned char, WKB_HEAD> head{};
  std::copy_n(wkb.begin(), WKB_HEAD, head.begin());
  head.back() |= WITH_SRID;
  append_hex(head, out), append_hex(SRID, out), append_hex(wkb.subspan(WKB_HEAD), out);
}

void append_text(std::string_view text, std::string& out) {
  for (char const c : text) switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        out += c;
    }
}

void append_value(Statement const& row, int i, std::string const& type, std::string& out) {
  if (row.column_null(i))
    out += "\\N";
  else if (type == "REAL")
    fmt::format_to(std::back_inserter(out), "{}", *row.column_real(i));
  else if (type == "INTEGER")
    fmt::format_to(std::back_inserter(out), "{}", row.column_integer(i));
  else if (type == "BOOLEAN")
    out += row.column_integer(i) ? 't' : 'f';
  else
    append_text(row.column_text(i), out);
}

unsigned digit(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10); }

char meant(char escaped) {
  switch (escaped) {
    case 't':
      return '\t';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'v':
      return '\v';
    default:
      return escaped;
  }
}

std::optional<std::string> field_of(std::string_view raw) {
  if (raw == "\\N") return std::nullopt;
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) out += raw[i] == '\\' && i + 1 < raw.size() ? meant(raw[++i]) : raw[i];
  return out;
}

}  // namespace

void append_copy_line(Statement const& row, TableSpec const& spec, std::string& out) {
  fmt::format_to(std::back_inserter(out), "{}", row.column_integer(0));
  int i = 1;
  for (auto const& column : spec.columns) {
    out += '\t';
    append_value(row, i++, column.type, out);
  }
  if (spec.spatial()) {
    out += '\t';
    if (row.column_null(i))
      out += "\\N";
    else
      append_geometry(row.column_blob(i), out);
  }
  out += '\n';
}

void split_copy_line(std::string_view line, std::vector<std::optional<std::string>>& fields) {
  fields.clear();
  if (!line.empty() && line.back() == '\n') line.remove_suffix(1);
  for (;;) {
    auto const tab = line.find('\t');
    fields.push_back(field_of(line.substr(0, tab)));
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

std::vector<unsigned char> bytes_of_hex(std::string_view digits) {
  std::vector<unsigned char> out;
  out.reserve(digits.size() / 2);
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    out.push_back(static_cast<unsigned char>(digit(digits[i]) << 4 | digit(digits[i + 1])));
  return out;
}

}  // namespace redline
