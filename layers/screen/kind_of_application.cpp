// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/kind_of_application.hpp"

#include "layers/corners/right_kind.hpp"

namespace redline {
namespace {

std::string shown_word(std::string const& kind) { return "@activity_kind." + kind; }

std::string assumed(CornerForm form) {
  return form == CornerForm::exploration_string ? "exploration_right" : "mining_right";
}

}  // namespace

Findings decide_kind(ActivityAttributes& a, Parcel const& parcel, CornerForm form) {
  auto const& number = a.licence_no.empty() ? parcel.id : a.licence_no;
  auto const of_row = parcel.kind, of_number = kind_of_licence(number);
  auto const said = of_row.empty() ? of_number : of_row;
  Findings out;
  auto const tell = [&](char const* code, Severity severity, std::vector<std::string> args) {
    out.push_back({code, severity, a.layer, a.id, std::move(args)});
  };
  bool const given = !a.kind.empty();
  if (!given) a.kind = said.empty() ? assumed(form) : said;
  auto const action = "@action." + a.action;
  if (given && !said.empty() && said != a.kind)
    tell("screen.kind_other", Severity::warning, {shown_word(a.kind), shown_word(said)});
  if (!of_row.empty() && !of_number.empty() && of_row != of_number)
    tell("screen.kind_two", Severity::warning, {shown_word(of_row), shown_word(of_number), number, shown_word(a.kind)});
  if (given) return out;
  if (!of_row.empty())
    tell("screen.kind_of_row", Severity::info, {shown_word(a.kind), action});
  else if (!of_number.empty())
    tell("screen.kind_of_number", Severity::info, {shown_word(a.kind), action, number});
  else
    tell("screen.kind_assumed", Severity::info, {shown_word(a.kind), action});
  return out;
}

}  // namespace redline
