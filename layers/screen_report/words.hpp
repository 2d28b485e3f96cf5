// The words of a report of screenings in one language: texts of its own (screen_report.KEY), words of vocabularies,
// names of protected areas, sentences of the screening.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/screen/screening.hpp"
#include "layers/report/document.hpp"

namespace redline::report {

class ReportWords {
 public:
  ReportWords(Screening const& screening, Language language) : m_screening(screening), m_language(language) {}
  Screening const& screening() const { return m_screening; }
  Language language() const { return m_language; }
  std::string text(std::string const& key, std::vector<std::string> args = {}) const;
  std::string word(char const* table, std::string_view word) const;
  std::string line(Message const& sentence) const;                             // without the indent of the terminal
  std::string area(std::size_t index) const;                                   // with the mark of a draft
  std::string zone(std::size_t area, std::string const& zone) const;           // kind and zone: what a legend says
  std::string area_and_zone(std::size_t area, std::string const& zone) const;  // name and zone
  std::string elevation(std::optional<double> from, std::optional<double> to) const;
  Column column(char const* key, double share = 1, bool number = false, bool wide = false) const;

 private:
  Screening const& m_screening;
  Language m_language;
};

}  // namespace redline::report
