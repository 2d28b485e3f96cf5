// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/book.hpp"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <tuple>

#include "engine/restoration/corrections.hpp"
#include "engine/restoration/places.hpp"
#include "engine/restoration/sheet_parts.hpp"

namespace redline {

namespace {

// Eight letters as a number that compares as they do.
std::uint64_t first_letters(std::string_view id) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < sizeof out; ++i)
    out = out << 8 | (i < id.size() ? static_cast<unsigned char>(id[i]) : 0U);
  return out;
}

std::string_view place_id(RestorationRecord const& r) { return r.place_id.empty() ? r.id : r.place_id; }

std::int64_t place_day(RestorationRecord const& r) {
  if (auto const day = standing_day(r)) return std::chrono::sys_days(*day).time_since_epoch().count();
  using Limits = std::numeric_limits<std::int64_t>;
  return stands_last(r) ? Limits::max() : Limits::min();
}

bool dated_after(RestorationRecord const& r, Date as_of) {
  auto const stands = standing_day(r);
  return (r.day && *r.day > as_of) || (stands && *stands > as_of);
}

// What was said by that day takes the place of what a later row says of all the time.
constexpr std::int64_t BEFORE_ALL_DAYS = 10'000'000;

}  // namespace

bool later(RestorationRecord const& r, Date as_of) { return dated_after(r, as_of) && !stands_all_along(r); }

std::string_view name(Basis b) {
  constexpr std::string_view NAMES[] = {"new",      "cumulative", "confirmed_new", "standing",
                                        "of_year",  "of_quarter", "of_month",      "situation",
                                        "reported", "piece",      "dated",         "declared_new"};
  static_assert(std::size(NAMES) == static_cast<std::size_t>(Basis::declared) + 1);
  return NAMES[static_cast<std::size_t>(b)];
}

std::string_view RestorationBook::keep_alone(std::string_view text) {
  constexpr std::size_t BLOCK = 1 << 16;
  if (text.empty()) return {};
  if (m_blocks.empty() || m_blocks.back().capacity() - m_blocks.back().size() < text.size())
    m_blocks.emplace_back().reserve(std::max(BLOCK, text.size()));
  auto& block = m_blocks.back();
  auto const at = block.size();
  block.append(text);
  return std::string_view(block).substr(at);
}

std::string_view RestorationBook::keep(std::string_view text) {
  if (text.empty()) return {};
  if (auto const it = m_pool.find(text); it != m_pool.end()) return *it;
  return *m_pool.insert(keep_alone(text)).first;
}

std::vector<std::string_view> ids_of(std::string_view list) {
  constexpr std::string_view WIDE = "；";
  std::vector<std::string_view> out;
  while (!list.empty()) {
    auto const at = std::min(list.find(';'), list.find(WIDE));
    auto word = list.substr(0, at);
    if (auto const begin = word.find_first_not_of(" \t"); begin != std::string_view::npos)
      out.push_back(word.substr(begin, word.find_last_not_of(" \t") - begin + 1));
    if (at == std::string_view::npos) break;
    list.remove_prefix(at + (list[at] == ';' ? 1 : WIDE.size()));
  }
  return out;
}

std::string_view row_of(std::string_view id) {
  for (std::string_view const figure : {"/required", "/disturbed", "/volume", "/accepted", "/restored", "/increment",
                                        "/accepted_increment", "/outline"})
    if (id.size() > figure.size() && id.ends_with(figure)) return id.substr(0, id.size() - figure.size());
  auto const day = id.rfind(STAGE_SUFFIX);
  return day == std::string_view::npos || day == 0 ? id : id.substr(0, day);
}

std::string cited(RestorationRecord const& r) {
  auto const what = !r.subject.empty() ? r.subject : !r.site.empty() ? r.site : r.measure;
  auto out = std::string(r.item.empty() ? row_of(r.id) : r.item) + (what.empty() && r.value.empty() ? "" : ": ");
  out += what;
  if (!r.value.empty()) out += (what.empty() ? "" : " ") + figure_text(r);
  return out;
}

std::string figure_text(RestorationRecord const& r) {
  std::string out(r.value);
  return out.ends_with(r.unit) ? out : out.append(r.unit);
}

std::vector<RestorationRecord const*> in_force(RestorationBook const& book, Date as_of) {
  Corrections const corrections(book, as_of);
  struct Place {
    std::int64_t day;
    int order;
    std::uint64_t first_letters;  // of the id: most decide by them, without a look at the record
    RestorationRecord const* record;
  };
  std::vector<Place> places;
  places.reserve(book.records.size());
  for (auto const& r : book.records)
    if (!later(r, as_of) && !corrections.retired(r.id)) {
      auto const ahead = dated_after(r, as_of) ? BEFORE_ALL_DAYS : 0;
      // Of one day and stage a running sum holds what is new.
      int const order = r.stage ? 2 * r.stage->order + (stands_for_all(r.basis) && r.wkb.empty() ? 1 : 0) : -1;
      places.push_back({place_day(r) - ahead, order, first_letters(place_id(r)), &r});
    }
  tbb::parallel_sort(places.begin(), places.end(), [](Place const& a, Place const& b) {
    auto const x = std::tie(a.day, a.order, a.first_letters), y = std::tie(b.day, b.order, b.first_letters);
    return x < y ||
           (x == y && std::pair(place_id(*a.record), a.record->id) < std::pair(place_id(*b.record), b.record->id));
  });
  std::vector<RestorationRecord const*> out;
  out.reserve(places.size());
  for (auto const& p : places) out.push_back(p.record);
  return out;
}

}  // namespace redline
