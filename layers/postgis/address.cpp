// SPDX-License-Identifier: Apache-2.0
#include "layers/postgis/address.hpp"

#include <libpq-fe.h>

#include <memory>
#include <regex>

#include "layers/read/place.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_NAME = 63;  // bytes; PostgreSQL cuts what is longer

struct FreeWords {
  void operator()(PQconninfoOption* o) const noexcept { PQconninfoFree(o); }
};

std::string unquoted(std::string const& value) {
  if (value.size() < 2 || value.front() != '\'') return value;
  std::string out;
  for (std::size_t i = 1; i + 1 < value.size(); ++i) {
    if (value[i] == '\\' && i + 2 < value.size()) ++i;
    out += value[i];
  }
  return out;
}

std::string decoded(std::string const& value) {  // %41 of an address written as URL
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    bool const code = value[i] == '%' && i + 2 < value.size() &&
                      std::isxdigit(static_cast<unsigned char>(value[i + 1])) &&
                      std::isxdigit(static_cast<unsigned char>(value[i + 2]));
    out += code ? static_cast<char>(std::stoi(value.substr(i + 1, 2), nullptr, 16)) : value[i];
    if (code) i += 2;
  }
  return out;
}

// Takes the word `schemas` (or `schema`) out of what libpq is to read.
std::string take_schema(std::string& text, bool url) {
  static std::regex const word(R"((^|\s)(schemas?|active_schema)\s*=\s*('([^'\\]|\\.)*'|\S*))"),
      query(R"(([?&])(schemas?|active_schema)=([^&]*)(&?))");
  std::smatch found;
  if (!std::regex_search(text, found, url ? query : word)) return {};
  auto name = url ? decoded(found[3]) : unquoted(found[3]);
  auto const between = url ? (found[4].length() > 0 ? found[1].str() : std::string{}) : std::string(" ");
  text = found.prefix().str() + between + found.suffix().str();
  return name;
}

bool reserved(std::string const& name) {
  return name == "public" || name == "information_schema" || name == "topology" || name.rfind("pg_", 0) == 0;
}

bool is_url(std::string const& text) { return text.find("://") < text.find_first_of(" ='"); }

std::string quoted(std::string const& value) {
  if (!value.empty() && value.find_first_of(" '\\") == std::string::npos) return value;
  std::string out = "'";
  for (char const c : value) out += (c == '\'' || c == '\\') ? std::string{'\\', c} : std::string(1, c);
  return out + "'";
}

PostgisAddress parsed_address(std::string const& given) {
  auto text = given;
  if (text.size() > 3 && (text[0] == 'P' || text[0] == 'p') && text[2] == ':') text.erase(0, 3);
  PostgisAddress out;
  out.schema = take_schema(text, is_url(text));
  std::unique_ptr<PQconninfoOption, FreeWords> const parsed(PQconninfoParse(text.c_str(), nullptr));
  // libpq says what it could not read, and that can be the rest of a password.
  if (!parsed) throw Error(ErrorKind::usage, "pg.address", {});
  out.shown = "PG:";
  for (auto const* o = parsed.get(); o->keyword; ++o) {
    if (!o->val) continue;
    out.words.emplace_back(o->keyword, o->val);
    bool const secret = o->dispchar && *o->dispchar == '*';
    out.shown += std::string(o->keyword) + "=" + (secret ? "***" : quoted(o->val)) + " ";
  }
  if (!out.schema.empty()) out.shown += "schemas=" + quoted(out.schema);
  if (out.shown.back() == ' ') out.shown.pop_back();
  return out;
}

}  // namespace

std::string PostgisAddress::word(std::string const& key) const {
  for (auto const& [k, value] : words)
    if (k == key) return value;
  return {};
}

PostgisAddress postgis_address(std::string const& given) {
  auto out = parsed_address(given);
  if (out.schema.empty()) throw Error(ErrorKind::usage, "pg.no_schema", {out.shown});
  if (out.schema.size() > LONGEST_NAME || reserved(out.schema) || out.schema.find(',') != std::string::npos)
    throw Error(ErrorKind::usage, "pg.schema_name", {out.schema});
  return out;
}

bool reads_from(std::string const& source, PostgisAddress const& address) {
  if (!is_database(source)) return false;
  auto const place = locate({source, {}, {}, {}, {}, true, true});
  auto const other = parsed_address(place.path);
  for (auto const* key : {"service", "host", "hostaddr", "port", "dbname"})
    if (other.word(key) != address.word(key)) return false;
  return other.schema == address.schema || place.layer.rfind(address.schema + ".", 0) == 0;
}

}  // namespace redline
