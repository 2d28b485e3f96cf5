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
  Record const* last = nullptr;
  bool first = true;  // of what nobody reported the year before
  void turn(Record const& r) {
    if (!standing_day(r) || year == standing_day(r)->year()) return;
    if (year) year_before = now;
    first = !year || *year + std::chrono::years{1} != standing_day(r)->year();
    start.reset();
    year = standing_day(r)->year();
  }
  // What stands with r: of several rows of one table and day, which are parts, their sum.
  Amount with(Record const& r, bool running) {
    bool const beside = last && last->source == r.source && standing_day(*last) == standing_day(r);
    bool const takes_place = running && !(beside && r.basis == Basis::situation && last->basis == Basis::situation);
    last = &r;
    return (takes_place ? Amount{} : now.value_or(Amount{})) + *r.amount;
  }
  void stand_at(Amount sum, std::optional<Amount> added) {
    if (first && added) start = sum - *added;
    now = sum, first = false;
  }
};

using PlaceOfSum = std::tuple<std::string_view, std::string_view, std::string_view, Stage const*, std::optional<Date>>;

PlaceOfSum place_of(Record const& r) { return {r.source, r.reserve, r.site, r.stage, standing_day(r)}; }

// Of a site that has several rows in a table, nothing tells what each has added.
std::map<PlaceOfSum, int> rows_of_sums(std::vector<Record const*> const& records) {
  std::map<PlaceOfSum, int> out;
  for (auto const* r : records)
    if (r->basis == Basis::situation && r->quantity == Quantity::restored && r->stage) ++out[place_of(*r)];
  return out;
}

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
  auto const rows = rows_of_sums(records);
  std::map<std::tuple<std::string_view, std::string_view, Stage const*>, Sum> sums;
  for (auto const* r : records) {
    if (r->quantity != Quantity::restored || !r->amount || !r->stage || r->stage->returns) continue;
    auto& sum = sums[{r->reserve, r->site, r->stage}];
    sum.turn(*r);
    bool const running = stands_for_all(r->basis);
    auto const it = running ? increments.find(std::string(r->id)) : increments.end();
    auto const added = it == increments.end() ? std::nullopt : amount_of(*it->second);
    auto const of_table = rows.find(place_of(*r));
    bool const part = of_table != rows.end() && of_table->second > 1 && !r->site.empty();
    if (running && added && !part && !rose(sum, *r->amount, *added))
      out.push_back({"restoration.increment_contradicts",
                     Severity::warning,
                     std::string(r->reserve),
                     std::string(r->id),
                     {cited(*r), figure_text(*it->second), sum.now.value_or(Amount{}).decimal()}});
    sum.stand_at(sum.with(*r, running), added);
  }
  return out;
}

}  // namespace redline
