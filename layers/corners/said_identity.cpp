// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/said_identity.hpp"

#include <algorithm>
#include <regex>
#include <string_view>

#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_IDENTITY = 500;

std::string const OF_RIGHT = "(?:采矿权|探矿权|矿业权|采矿|探矿|勘查|许可证|矿权)?";
std::string const NUMBER = "(?:原|现)?" + OF_RIGHT + "(?:许可证|证)(?:编)?号(?:码)?";
std::string const NAME = "(?:(?:勘查|矿山|采矿|申请)?项目|矿山|矿区|采矿权|探矿权|矿业权)名称";
std::string const HOLDER =
    "(?:采矿|探矿|矿业)?(?:权)?申请(?:人|单位)(?:名称)?|(?:采矿权|探矿权|矿业权|矿权)人(?:名称)?|(?:持证|权利)人";

// Up to a mark, or to what is said of something else.
std::string trimmed_value(std::string text) {
  static std::regex const other("\\s+(?:[^\\s:=]{1,36}\\s*[:=]|(?:矿区)?面积)");
  if (std::smatch m; std::regex_search(text, m, other)) text = m.prefix().str();
  for (std::string_view const mark : {"，", "；", "。", ",", ";"}) text = text.substr(0, text.find(mark));
  for (bool cut = true; cut;) {
    cut = false;
    text = trimmed_text(text);
    for (std::string_view const mark : {"、", "|"})
      if (text.ends_with(mark)) text.resize(text.size() - mark.size()), cut = true;
  }
  return text;
}

bool is_licence_number(std::string const& text) {
  static std::regex const form("[A-Za-z]{0,3}[0-9][0-9A-Za-z-]{5,39}");
  return std::regex_match(text, form);
}

}  // namespace

std::optional<TermPart> identity_of_heading(std::string const& heading) {
  static std::regex const number(NUMBER), name(NAME), holder(HOLDER);
  auto const text = trimmed_text(narrow(heading));
  if (std::regex_match(text, number)) return TermPart::licence_no;
  if (std::regex_match(text, name)) return TermPart::name;
  return std::regex_match(text, holder) ? std::optional(TermPart::holder) : std::nullopt;
}

std::vector<PrintedTerm> identities_of_line(std::string const& line) {
  static std::regex const heading("(" + NUMBER + "|" + NAME + "|" + HOLDER + ")\\s*(?:[(][^()]*[)])?\\s*[:=]");
  static std::regex const start("\\s*(?:[(]?(?:[0-9]{1,2}|一|二|三|四|五|六|七|八|九|十)[)]?\\s*(?:、|[.])?)?\\s*");
  std::vector<PrintedTerm> out;
  if (line.size() > LONGEST_IDENTITY) return out;
  auto const text = narrow(line);
  std::smatch m;
  if (!std::regex_search(text, m, heading) || !std::regex_match(m.prefix().str(), start)) return out;
  std::string rest = text;
  while (std::regex_search(rest, m, heading)) {
    auto const said = m[1].str();
    std::string const behind = m.suffix().str();
    std::smatch next;
    auto const value = trimmed_value(std::regex_search(behind, next, heading) ? next.prefix().str() : behind);
    auto const part = *identity_of_heading(said);
    bool const usable = !is_left_open(value) && (part != TermPart::licence_no || is_licence_number(value));
    if (usable) out.push_back({part, said, value});
    rest = behind;
  }
  return out;
}

bool is_identity_line(std::string const& line) { return !identities_of_line(line).empty(); }

SettledIdentity settled_identity(std::vector<PrintedTerm> const& terms, TermPart part) {
  SettledIdentity out;
  for (auto const& t : terms)
    if (t.part == part && std::find(out.apart.begin(), out.apart.end(), t.text) == out.apart.end())
      out.apart.push_back(t.text);
  if (out.apart.size() == 1) out.text = out.apart.front(), out.apart.clear();
  return out;
}

}  // namespace redline
