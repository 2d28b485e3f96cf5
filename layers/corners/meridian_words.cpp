// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/meridian_words.hpp"

#include <regex>

#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_MERIDIAN = 2000;
constexpr int FIRST_ZONE = 13, LAST_ZONE = 45;  // of China, of 6 and of 3 degrees
constexpr double MINUTES = 60;

std::string const DEGREES = R"(([0-9]{2,3}(?:\.[0-9]+)?)(?![0-9.])(?:\s*(?:°|度)(?:\s*([0-9]{1,2})\s*(?:′|'|分))?)?)";

std::optional<double> found(std::string const& text, std::regex const& form) {
  std::smatch m;
  if (text.size() > LONGEST_MERIDIAN || !std::regex_search(text, m, form)) return std::nullopt;
  return std::stod(m[1].str()) + (m[2].matched ? std::stod(m[2].str()) / MINUTES : 0);
}

}  // namespace

std::optional<double> meridian_in(std::string const& line) {
  static std::regex const form(
      R"((?:中央(?:经线|子午线)(?:(?!，|；|。|、)[^0-9,;=]|=){0,24}|(?:^|[^A-Za-z0-9])L(?:0|₀)\s*[=:]\s*))" + DEGREES);
  return found(narrow(line), form);
}

std::optional<double> meridian_of(std::string const& value) {
  static std::regex const form("^[^0-9-]{0,24}" + DEGREES);
  return found(narrow(value), form);
}

std::optional<int> zone_in(std::string const& line) {
  static std::regex const form(
      R"((?:带号[^0-9]{0,6}|带[^0-9]{0,4}(?=[0-9]{2}\s*带))([0-9]{2})(?![0-9])|(?:^|[^0-9.])([0-9]{2})\s*(?:号)?带)");
  auto const text = narrow(line);
  std::smatch m;
  if (text.size() > LONGEST_MERIDIAN || !std::regex_search(text, m, form)) return std::nullopt;
  auto const zone = std::stoi(m[1].matched ? m[1].str() : m[2].str());
  if (!m[1].matched && (zone < FIRST_ZONE || zone > LAST_ZONE)) return std::nullopt;
  return zone;
}

}  // namespace redline
