// What becomes of every line: used, ignored or failed, once each. finish() throws Error(invariant, corner.line_lost)
// where a line was passed over; a line that failed stays failed whatever is said of it later.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <utility>

#include "engine/core/error.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

class LineBook {
 public:
  LineBook(std::size_t lines, std::string layer) : m_records(lines), m_layer(std::move(layer)) {}

  void use(int line) { set(line, Fate::used, {}); }
  void ignore(int line, char const* why, std::vector<std::string> args = {}) {
    set(line, Fate::ignored, {why, std::move(args)});
  }
  void fail(int line, char const* why, std::vector<std::string> args = {}) {
    fail(line, Message{why, std::move(args)});
  }
  void fail(int line, Message why) {
    ++m_failures;
    set(line, Fate::failed, std::move(why));
  }
  std::size_t failures() const { return m_failures; }            // fail() was called that often
  FailedParcel failed_from(int line, std::string title) const {  // by the first line that failed from there on
    for (auto i = static_cast<std::size_t>(line); i <= m_records.size(); ++i)
      if (m_records[i - 1].fate == Fate::failed) return {std::move(title), static_cast<int>(i), m_records[i - 1].why};
    return {std::move(title), line, {"corner.unreadable", {}}};
  }
  void find(char const* code, Severity severity, int line, std::vector<std::string> args = {},
            std::string const& parcel = "") {
    args.insert(args.begin(), std::to_string(line));
    m_findings.push_back({code, severity, m_layer, parcel, std::move(args)});
  }
  void find(Finding of_line) {  // its first argument is the line
    of_line.layer = m_layer;
    m_findings.push_back(std::move(of_line));
  }
  void finish(CornerList& list) {
    for (std::size_t i = 0; i < m_records.size(); ++i)
      if (m_records[i].fate == Fate::unset)
        throw Error(ErrorKind::invariant, "corner.line_lost", {list.shown, std::to_string(i + 1)});
    list.lines = std::move(m_records);
    list.findings.insert(list.findings.end(), m_findings.begin(), m_findings.end());
  }

 private:
  void set(int line, Fate fate, Message why) {
    auto& record = m_records.at(static_cast<std::size_t>(line - 1));
    if (record.fate != Fate::failed) record = {fate, std::move(why)};
  }

  std::vector<LineRecord> m_records;
  std::size_t m_failures = 0;
  std::string m_layer;
  Findings m_findings;
};

}  // namespace redline
