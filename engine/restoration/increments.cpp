// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/increments.hpp"

#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

namespace redline {
namespace {

using Record = RestorationRecord;

constexpr std::string_view INCREMENT = "/increment", ACCEPTED_INCREMENT = "/accepted_increment";

std::optional<Amount> amount_of(Record const& r) {
  auto const quoted = take_apart(r.value);
  auto const unit = unit_of(quoted.unit.empty() ? r.unit : quoted.unit);
  return unit ? parse_amount(quoted.number, *unit) : std::nullopt;
}

std::unordered_map<std::string, Record const*> stated(std::vector<Record const*> const& records) {
  std::unordered_map<std::string, Record const*> out;
  for (auto const* r : records)
    if (r->id.ends_with(INCREMENT))
      out[std::string(row_of(r->id))] = r;
    else if (r->id.ends_with(ACCEPTED_INCREMENT))
      out[std::string(row_of(r->id)) + "/accepted"] = r;
  return out;
}

struct Sum {
  std::optional<Amount> now, year_before;
  std::optional<Amount> start;  // of a year whose year before is not reported, as its first report says it
  std::optional<std::chrono::year> year;
  bool first = true;  // of what nobody reported the year before
  void turn(Record const& r) {
    if (!standing_day(r) || year == standing_day(r)->year()) return;
    if (year) year_before = now;
    first = !year || *year + std::chrono::years{1} != standing_day(r)->year();
    start.reset();
    year = standing_day(r)->year();
  }
  void stand_at(Amount sum, std::optional<Amount> added) {
    if (first && added) start = sum - *added;
    now = sum, first = false;
  }
};

bool rose(Sum const& before, Amount sum, Amount added) {
  auto const since = sum - before.now.value_or(Amount{});
  if (before.first && added <= since) return true;
  if (before.start && sum - *before.start == added) return true;
  return before.now && (since == added || sum - before.year_before.value_or(Amount{}) == added);
}

}  // namespace

Findings check_increments(std::vector<Record const*> const& records) {
  Findings out;
  auto const increments = stated(records);
  if (increments.empty()) return out;
  std::map<std::tuple<std::string_view, std::string_view, Stage const*>, Sum> sums;
  for (auto const* r : records) {
    if (r->quantity != Quantity::restored || !r->amount || !r->stage || r->stage->returns) continue;
    auto& sum = sums[{r->reserve, r->site, r->stage}];
    sum.turn(*r);
    bool const running = stands_for_all(r->basis);
    auto const it = running ? increments.find(std::string(r->id)) : increments.end();
    auto const added = it == increments.end() ? std::nullopt : amount_of(*it->second);
    if (running && added && !rose(sum, *r->amount, *added))
      out.push_back({"restoration.increment_contradicts",
                     Severity::warning,
                     std::string(r->reserve),
                     std::string(r->id),
                     {cited(*r), figure_text(*it->second), sum.now.value_or(Amount{}).decimal()}});
    sum.stand_at(running ? *r->amount : sum.now.value_or(Amount{}) + *r->amount, added);
  }
  return out;
}

}  // namespace redline
