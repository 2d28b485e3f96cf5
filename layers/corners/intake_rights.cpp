// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "engine/core/error.hpp"
#include "layers/corners/checks.hpp"
#include "layers/corners/finding_owners.hpp"
#include "layers/corners/intake_steps.hpp"
#include "layers/corners/notations.hpp"

namespace redline {
namespace {

constexpr std::size_t SHOWN = 5;

std::string in_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

FailedParcel not_taken_in(Parcel const& p, std::size_t i, Error const& why, Language language) {
  FailedParcel out{
      parcel_title(p, i), p.line, {"corner.other_notation", {in_one_line(render(why.message(), language))}}};
  out.sheet = p.worksheet;
  return out;
}

// Those rows that stop the others.
Error not_all(CornerList const& list, Error const& why, Language language) {
  std::string titles;
  for (std::size_t i = 0; i < std::min(list.parcels.size(), SHOWN); ++i)
    titles += (i > 0 ? ", " : "") + parcel_title(list.parcels[i], i);
  if (list.parcels.size() > SHOWN) titles += ", …";
  return Error(ErrorKind::input, "corner.rows_apart",
               {list.shown, std::to_string(list.parcels.size()), titles, render(why.message(), language)});
}

}  // namespace

std::vector<Intake> take_in_rights(IntakePlan const& plan) {
  auto input = read_intake(plan);
  auto const owners = owners_of_findings(input.list);
  for (std::size_t i = 0; i < owners.size(); ++i)
    if (!owners[i].empty()) input.list.findings[i].feature = owners[i];
  std::vector<Intake> out;
  std::vector<FailedParcel> failed;
  std::optional<Error> first;
  auto lists = by_notation(std::move(input.list));
  for (auto& list : lists) try {
      out.push_back(placed_intake(plan, {list, input.crs, input.bytes}));
    } catch (Error const& e) {
      if (e.kind() != ErrorKind::input || lists.size() == 1) throw;
      if (!plan.spare_parcels) throw not_all(list, e, plan.language);
      if (!first) first = e;
      for (std::size_t i = 0; i < list.parcels.size(); ++i)
        failed.push_back(not_taken_in(list.parcels[i], i, e, plan.language));
    }
  if (out.empty()) throw Error(*first);
  auto& all = out.front().list.failed_parcels;
  all.insert(all.end(), failed.begin(), failed.end());
  return out;
}

}  // namespace redline
