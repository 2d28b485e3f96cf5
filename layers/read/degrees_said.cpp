// SPDX-License-Identifier: Apache-2.0
#include "layers/read/degrees_said.hpp"

#include <array>
#include <cmath>
#include <regex>
#include <string_view>

#include "engine/core/error.hpp"
#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/pointed_degrees.hpp"
#include "layers/read/coordinate_text.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_TEXT_OF_DEGREES = 80, MANY_PLACES = 20, MANY_SECONDS = 10;
constexpr std::array<std::string_view, 15> SIGNS_OF_PARTS{"°",  "º", "˚", "度", "′",  "’",  "‘", "'",
                                                          "分", "″", "”", "“",  "\"", "秒", ":"};

bool parted(std::string const& text) {
  static std::regex const blank_within(R"([0-9.]\s+[0-9])");
  if (text.find_first_not_of("0123456789.-+") == std::string::npos) return false;
  for (auto const sign : SIGNS_OF_PARTS)
    if (text.find(sign) != std::string::npos) return true;
  return std::regex_search(text, blank_within);
}

// Degrees and minutes alone, or signs without a point: what such numbers mean is not known.
std::string parts_in(std::string const& heading) {
  static std::regex const parts(
      R"(\(\s*度\s*(?:\.|、|/)?\s*分\s*\)|度\s*(?:\.|·)\s*分(?!\s*(?:\.|·)?\s*秒)|\bd{1,3}\.m{2,}\b(?!\.s)|°\s*(?:′|')\s*(?:(?:″|")|$|\)))");
  std::smatch m;
  auto const text = small_letters(narrow(heading));
  return text.size() <= LONGEST_TEXT_OF_DEGREES && std::regex_search(text, m, parts) ? m.str() : std::string{};
}

bool with_point(std::string const& said) {
  return said.find('.') != std::string::npos || said.find("·") != std::string::npos;
}

bool mostly(std::size_t some, std::size_t all) { return some * 4 >= all; }  // of decimals, two thirds would be

}  // namespace

std::optional<double> bare_degrees(std::string const& given) {
  auto const value = given.size() <= LONGEST_TEXT_OF_DEGREES ? coordinate(given) : std::nullopt;
  if (!value || std::abs(*value) > 180 || *value == std::floor(*value)) return std::nullopt;
  return parted(trimmed_text(narrow(given))) ? std::nullopt : value;
}

void DegreesSaid::heading(std::string const& text) {
  auto const words = replaced(text, "_", " ");  // lon_dms
  m_headings.add(degree_words(words));
  if (m_parts.empty()) m_parts = parts_in(words);
}

void DegreesSaid::text(std::string const& words) {
  auto said = degree_words(replaced(words, "_", " "));
  if (said.pointed == "dms") said.pointed.clear();  // may be a system of that name
  m_texts.add(said);
}

void DegreesSaid::number(std::string const& cell) {
  auto const value = bare_degrees(cell);
  if (!value) return;
  if (m_bare++ == 0) m_example = cell;
  auto const digits = std::round(std::abs(*value) * 1e6) / 1e2;  // 83.3636 is 833636
  auto const minutes = std::fmod(std::floor(digits / 100), 100);
  m_no_minutes += minutes >= 60 ? 1 : 0;
  if (pointed_degrees(*value)) {
    auto const seconds = static_cast<int>(std::fmod(digits, 100));
    if (seconds > 0 && m_no_seconds == 0) m_places.insert(static_cast<int>(digits / 100)), m_seconds.insert(seconds);
  } else if (m_no_seconds++ == 0) {
    m_odd = cell;
  }
}

bool DegreesSaid::looks_pointed() const {
  return m_no_seconds == 0 && m_places.size() >= MANY_PLACES && m_seconds.size() >= MANY_SECONDS;
}

bool DegreesSaid::decide(DegreeWords const& said, TableName const& table, Findings& findings) const {
  auto const refuse = [&](char const* code, std::string const& word, std::string const& number) {
    throw Error(ErrorKind::input, code, {table.path, table.layer, word, number});
  };
  bool const sure = with_point(said.pointed) && said.decimal.empty();
  if (sure && m_no_seconds > 0) refuse("read.degrees_contradict", said.pointed, m_odd);
  if (sure) {
    findings.push_back({"read.degrees_pointed", Severity::warning, table.layer, "", {said.pointed, m_example}});
    return true;
  }
  if (!mostly(m_no_seconds, m_bare)) refuse("read.degrees_unclear", said.pointed, m_example);
  findings.push_back({"read.degrees_decimal", Severity::warning, table.layer, "", {said.pointed, m_odd}});
  return false;
}

bool DegreesSaid::pointed(TableName const& table, Findings& findings) const {
  if (m_bare == 0) return false;
  auto const& said = m_headings.any() ? m_headings : m_texts;
  if (m_parts.empty() || m_headings.any()) {
    if (!said.pointed.empty()) return decide(said, table, findings);
  } else if (!mostly(m_no_minutes, m_bare)) {
    throw Error(ErrorKind::input, "read.degrees_unclear", {table.path, table.layer, m_parts, m_example});
  }
  if (!any() && looks_pointed())
    throw Error(ErrorKind::input, "read.degrees_look_pointed", {table.path, table.layer, m_example});
  return false;
}

}  // namespace redline
