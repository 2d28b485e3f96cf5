// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/decisions.hpp"

#include <filesystem>
#include <set>

#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"
#include "layers/workspace/csv_records.hpp"
#include "layers/workspace/text_file.hpp"

namespace redline {
namespace {

class DecisionLine {
 public:
  DecisionLine(CsvRecord const& record, std::string const& file) : m_record(record), m_file(file) {}

  Decision read() const {
    Decision d;
    d.line = m_record.line;
    for (auto const* column : {"activity_id", "decision", "document", "office", "decided_on"})
      if (text(column).empty()) fail("decisions.empty", {column});
    d.decided_on = *day("decided_on"), d.expires_on = day("expires_on");
    if (d.expires_on && *d.expires_on < d.decided_on)
      fail("decisions.term", {to_string(d.decided_on), to_string(*d.expires_on)});
    d.row = {text("activity_id"), text("area_id"),         text("decision"),       text("document"),
             text("office"),      to_string(d.decided_on), to_string(d.expires_on)};
    return d;
  }

 private:
  std::string const& text(char const* column) const { return m_record.values.find(column)->second; }
  std::optional<Date> day(char const* column) const {
    if (text(column).empty()) return std::nullopt;
    auto const d = parse_date(text(column));
    if (!d) fail("decisions.date", {column, text(column)});
    return d;
  }
  [[noreturn]] void fail(char const* code, std::vector<std::string> args) const {
    args.insert(args.begin(), {m_file, std::to_string(m_record.line)});
    throw Error(ErrorKind::input, code, std::move(args));
  }

  CsvRecord const& m_record;
  std::string const& m_file;
};

}  // namespace

std::vector<Decision> read_decisions(std::string const& text, std::string const& file) {
  std::vector<Decision> out;
  for (auto const& record :
       read_csv(text, file, {"activity_id", "area_id", "decision", "document", "office", "decided_on", "expires_on"}))
    out.push_back(DecisionLine(record, file).read());
  return out;
}

DecisionBook::DecisionBook(std::string const& path) {
  if (path.empty()) return;
  auto const text = read_text_file(path);
  m_file = std::filesystem::path(path).filename().string();
  m_sha256 = sha256_hex(text);
  m_decisions = read_decisions(text, path);
  for (auto const& d : m_decisions) m_met.emplace(d.row.activity_id, false);
}

Findings DecisionBook::findings(Date as_of, std::function<bool(std::string const&)> const& area_known) const {
  Findings out;
  std::set<std::pair<std::string, std::string>> seen;
  for (auto const& d : m_decisions) {
    auto const say = [&](char const* code, Severity severity, std::string const& what) {
      out.push_back({code, severity, m_file, d.row.activity_id, {std::to_string(d.line), what}});
    };
    if (!m_met.at(d.row.activity_id)) say("decisions.unknown_activity", Severity::warning, d.row.activity_id);
    if (!d.row.area_id.empty() && !area_known(d.row.area_id))
      say("decisions.unknown_area", Severity::warning, d.row.area_id);
    if (d.expires_on && *d.expires_on < as_of) say("decisions.expired", Severity::warning, to_string(*d.expires_on));
    if (d.decided_on > as_of) say("decisions.later", Severity::info, to_string(d.decided_on));
    if (!seen.emplace(d.row.activity_id, d.row.area_id).second)
      say("decisions.twice", Severity::warning, d.row.area_id);
  }
  return out;
}

}  // namespace redline
