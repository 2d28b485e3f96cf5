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

}  // namespace

std::vector<Intake> take_in_rights(IntakePlan const& plan) {
  auto input = read_intake(plan);
  auto const owners = owners_of_findings(input.list);
  std::vector<Intake> out;
  std::vector<FailedParcel> failed;
  std::optional<Error> first;
  auto lists = by_notation(std::move(input.list));
  for (auto& list : lists) try {
      out.push_back(placed_intake(plan, {list, input.crs, input.bytes}));
      for (std::size_t i = 0; i < owners.size(); ++i)
        if (auto& f = out.back().findings[i]; f.feature.empty()) f.feature = owners[i];
    } catch (Error const& e) {
      if (e.kind() != ErrorKind::input || lists.size() == 1) throw;
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
