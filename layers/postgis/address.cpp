// SPDX-License-Identifier: Apache-2.0
#include "layers/postgis/address.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <string_view>

#include "layers/read/place.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_NAME = 63;  // bytes; PostgreSQL cuts what is longer

struct FreeWords {
  void operator()(PQconninfoOption* o) const noexcept { PQconninfoFree(o); }
};

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

bool names_schema(std::string_view key) { return key == "schemas" || key == "schema" || key == "active_schema"; }

bool blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

// The words "key = value" and "key='value'" of a text, one after the other, as libpq reads them.
class Words {
 public:
  explicit Words(std::string const& text) : m_text(text) {}
  std::size_t begin = 0, end = 0;  // of the word that next() read
  std::string key, value;

  bool next() {
    pass_blanks(), begin = end, key.clear(), value.clear();
    while (end < m_text.size() && m_text[end] != '=' && !blank(m_text[end])) key += m_text[end++];
    pass_blanks();
    if (end >= m_text.size() || m_text[end] != '=') return false;
    ++end, pass_blanks();
    bool const quotes = end < m_text.size() && m_text[end] == '\'';
    for (end += quotes ? 1 : 0; end < m_text.size() && !(quotes ? m_text[end] == '\'' : blank(m_text[end])); ++end) {
      if (m_text[end] == '\\' && end + 1 < m_text.size()) ++end;
      value += m_text[end];
    }
    if (quotes && end < m_text.size()) ++end;
    return true;
  }

 private:
  void pass_blanks() {
    while (end < m_text.size() && blank(m_text[end])) ++end;
  }
  std::string const& m_text;
};

std::string take_from_words(std::string& text) {
  for (Words word(text); word.next();) {
    if (!names_schema(word.key)) continue;
    auto name = word.value;
    text.replace(word.begin, word.end - word.begin, " ");
    return name;
  }
  return {};
}

// A user's name or password may hold any sign but '@' and '/': what is asked for stands behind them.
std::string take_from_url(std::string& url) {
  auto const start = url.find("://") + 3, at = url.find_first_of("@/", start);
  auto const query = url.find('?', at == std::string::npos || url[at] == '/' ? start : at);
  if (query == std::string::npos) return {};
  std::string name, kept;
  for (auto from = query + 1; from <= url.size();) {
    auto const to = std::min(url.find('&', from), url.size());
    auto const word = url.substr(from, to - from);
    auto const equals = std::min(word.find('='), word.size());
    if (name.empty() && equals < word.size() && names_schema(word.substr(0, equals)))
      name = decoded(word.substr(equals + 1));
    else
      kept += (kept.empty() ? "?" : "&") + word;
    from = to + 1;
  }
  url = url.substr(0, query) + kept;
  return name;
}

bool reserved(std::string const& name) {
  return name == "public" || name == "information_schema" || name == "topology" || name.rfind("pg_", 0) == 0;
}

bool is_url(std::string const& text) { return text.find("://") < text.find_first_of(" ='"); }

std::string quoted_value(std::string const& value) {
  if (!value.empty() && value.find_first_of(" '\\") == std::string::npos) return value;
  std::string out = "'";
  for (char const c : value) out += (c == '\'' || c == '\\') ? std::string{'\\', c} : std::string(1, c);
  return out + "'";
}

PostgisAddress parsed_address(std::string const& given) {
  auto text = given;
  if (text.size() > 3 && (text[0] == 'P' || text[0] == 'p') && text[2] == ':') text.erase(0, 3);
  PostgisAddress out;
  out.schema = is_url(text) ? take_from_url(text) : take_from_words(text);
  std::unique_ptr<PQconninfoOption, FreeWords> const parsed(PQconninfoParse(text.c_str(), nullptr));
  // libpq says what it could not read, and that can be the rest of a password.
  if (!parsed) throw Error(ErrorKind::usage, "pg.address", {});
  out.shown = "PG:";
  for (auto const* o = parsed.get(); o->keyword; ++o) {
    if (!o->val) continue;
    out.words.emplace_back(o->keyword, o->val);
    bool const secret = o->dispchar && *o->dispchar == '*';
    out.shown += std::string(o->keyword) + "=" + (secret ? "***" : quoted_value(o->val)) + " ";
  }
  if (!out.schema.empty()) out.shown += "schemas=" + quoted_value(out.schema);
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
