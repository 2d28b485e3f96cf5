// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/numbering.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "layers/corners/checks.hpp"
#include "layers/corners/corner_number.hpp"
#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::size_t FEWEST_IN_SERIES = 3;  // corners of a prefix that are a series
constexpr std::size_t SHARE_RUNS = 3;  // a series of which less than one step in three goes to the next number is none

struct Stop {
  CornerNumber number;
  Corner const* corner;
  std::size_t parcel;
};

// The corners of one ring that have one prefix, in their order; `passed`: numbers of corners that were not kept.
struct Series {
  std::vector<Stop> stops;
  std::set<long> passed;
  Corner const* listed_first = nullptr;
  long before = 0;  // corners under names of their own that the first one follows: 起点, 2, 3; 界桩1, 2, 3

  std::size_t steps_on() const {
    std::size_t next = 0;
    for (std::size_t i = 1; i < stops.size(); ++i) next += stops[i].number.follows(stops[i - 1].number) ? 1 : 0;
    return next;
  }
  bool runs() const {
    auto const next = steps_on();
    return stops.size() >= FEWEST_IN_SERIES && next > 0 && next * SHARE_RUNS >= stops.size() - 1;
  }
  long last() const { return std::max(stops.back().number.value, passed.empty() ? -1 : *passed.rbegin()); }

  // A ring may be listed downwards and from any of its corners: as if it were upwards and from the least number.
  void turn() {
    Series down = *this;
    std::reverse(down.stops.begin(), down.stops.end());
    if (down.steps_on() > steps_on()) stops = std::move(down.stops);
    auto const above = [](Stop const& a, Stop const& b) { return a.number.value > b.number.value; };
    auto const back = std::adjacent_find(stops.begin(), stops.end(), above);
    if (back == stops.end() || !above(stops.front(), stops.back())) return;
    if (std::adjacent_find(back + 1, stops.end(), above) == stops.end())
      std::rotate(stops.begin(), back + 1, stops.end());
  }
};

std::vector<Series> series_of(CornerRing const& ring, std::size_t parcel) {
  std::map<std::string, Series> out;
  long others = 0;  // so far all corners have been
  for (auto const& c : ring.corners) {
    auto n = corner_number(c.name);
    others = others >= 0 && (n.value < 0 || n.value == others + 1) ? others + 1 : -1;
    if (n.value < 0) continue;
    auto& s = out[n.prefix];
    if (s.stops.empty()) s.listed_first = &c, s.before = others - 1;
    s.stops.push_back({std::move(n), &c, parcel});
  }
  for (auto const& name : ring.passed)
    if (auto const n = corner_number(name); n.value >= 0)
      if (auto const s = out.find(n.prefix); s != out.end()) s->second.passed.insert(n.value);
  std::vector<Series> kept;
  for (auto& [prefix, s] : out) {
    s.turn();
    if (s.runs()) kept.push_back(std::move(s));
  }
  return kept;
}

class Numbers {
 public:
  explicit Numbers(CornerList const& list) : m_list(&list), m_layer(std::filesystem::path(list.shown).stem().string()) {
    for (std::size_t p = 0; p < list.parcels.size(); ++p)
      for (auto const& ring : list.parcels[p].rings) {
        auto more = series_of(ring, p);
        std::move(more.begin(), more.end(), std::back_inserter(m_series));
      }
  }

  Findings work() {
    gather_places();
    look_at_guesses();
    for (auto const& s : m_series) {
      look_at_first(s);
      for (std::size_t i = 1; i < s.stops.size(); ++i) look_at_step(s, s.stops[i - 1], s.stops[i]);
    }
    return std::move(m_out);
  }

 private:
  using Key = std::pair<std::string, long>;

  // One place for each number, and more rings than one: neighbours share the numbers of their common corners.
  void gather_places() {
    std::map<Key, std::pair<double, double>> places;
    for (auto const& s : m_series)
      for (auto const& stop : s.stops) {
        std::pair const place{stop.corner->x, stop.corner->y};
        auto const [there, first] = places.emplace(Key{stop.number.prefix, stop.number.value}, place);
        m_of_list = m_of_list && (first || there->second == place);
        m_known.insert(there->first);
      }
    m_of_list = m_of_list && m_series.size() > 1;
    for (auto const& s : m_series)
      for (auto const n : s.passed) m_known.insert({s.stops.front().number.prefix, n});
  }

  static Corner const& corner_at(CornerRing const& ring, int line) {
    auto const at =
        std::find_if(ring.corners.begin(), ring.corners.end(), [&](Corner const& c) { return c.line == line; });
    return at == ring.corners.end() ? ring.corners.front() : *at;
  }

  void look_at_guesses() {
    for (std::size_t p = 0; p < m_list->parcels.size(); ++p)
      for (auto const& ring : m_list->parcels[p].rings) {
        for (auto const& d : ring.doubts) {
          auto c = corner_at(ring, d.line);
          c.line = d.line;
          say(d.code.c_str(), {{}, &c, p}, {d.corner});
        }
        if (ring.guess == Guess::none) continue;
        auto const& c = corner_at(ring, ring.guess_line);
        say(ring.guess == Guess::one ? "corner.ring_one" : "corner.ring_apart", {{}, &c, p}, {c.name});
      }
  }

  bool known(Series const& s, long n) const {
    if (s.passed.count(n) > 0) return true;
    return m_of_list && m_known.count({s.stops.front().number.prefix, n}) > 0;
  }

  // 4 or 4–6; nothing where all are there.
  std::optional<std::string> missing(Series const& s, long after, long before) const {
    std::vector<long> none;
    for (auto n = after + 1; n < before && none.size() < 2; ++n)
      if (!known(s, n)) none.push_back(n);
    if (none.empty()) return std::nullopt;
    auto last = before - 1;
    while (known(s, last)) --last;
    auto const name = [&](long n) { return s.stops.front().number.prefix + std::to_string(n); };
    return none[0] == last ? name(last) : name(none[0]) + "–" + name(last);
  }

  void look_at_first(Series const& s) {
    auto const& first = s.stops.front();
    auto const [kept, passed] = std::exchange(m_last[first.number.prefix], {s.stops.back().number.value, s.last()});
    auto const number = first.number.value;
    if (first.corner == s.listed_first && number == s.before + 1) return;
    if (number <= 1 || number == kept + 1 || number == passed + 1 || !m_list->failed_parcels.empty()) return;
    if (auto const none = missing(s, passed < number ? passed : 0, number))
      say("corner.number_first", first, {first.corner->name, *none});
  }

  void look_at_step(Series const& s, Stop const& a, Stop const& b) {
    auto const from = a.number.value, to = b.number.value;
    if (from == to) return say("corner.number_twice", b, {b.corner->name});
    if (to < from && !m_of_list) return say("corner.number_back", b, {a.corner->name, b.corner->name});
    if (to <= from + 1) return;
    if (auto const none = missing(s, from, to))
      say("corner.number_missing", b, {a.corner->name, b.corner->name, *none});
  }

  void say(char const* code, Stop const& at, std::vector<std::string> args) {
    auto const& parcel = m_list->parcels[at.parcel];
    auto const& sheet = at.corner->sheet.empty() ? parcel.worksheet : at.corner->sheet;
    auto const line = (sheet.empty() ? "" : sheet + ":") + std::to_string(at.corner->line);
    args.insert(args.begin(), {parcel_title(parcel, at.parcel), line});
    m_out.push_back({code, Severity::warning, m_layer, parcel_key(parcel, at.parcel), std::move(args)});
  }

  CornerList const* m_list;
  std::string m_layer;
  std::vector<Series> m_series;
  std::set<Key> m_known;
  std::map<std::string, std::pair<long, long>> m_last;  // of the ring before, by prefix; with corners not kept
  bool m_of_list = true;
  Findings m_out;
};

bool is_of_numbers(Finding const& f) {
  constexpr std::array CODES{std::string_view("corner.inside_unsaid"),  std::string_view("corner.hole_unsaid"),
                             std::string_view("corner.number_missing"), std::string_view("corner.number_twice"),
                             std::string_view("corner.number_first"),   std::string_view("corner.number_back"),
                             std::string_view("corner.ring_one"),       std::string_view("corner.ring_apart"),
                             std::string_view("corner.block_joined"),   std::string_view("corner.block_apart"),
                             std::string_view("corner.block_prefix"),   std::string_view("corner.name_kept"),
                             std::string_view("corner.name_left")};
  return std::find(CODES.begin(), CODES.end(), f.code) != CODES.end();
}

}  // namespace

Findings look_at_numbers(CornerList const& list) { return Numbers(list).work(); }

bool doubts_outline(Findings const& findings) {
  constexpr std::array<std::string_view, 22> MORE{
      "corner.points_doubtful",  "corner.cell_outlines",     "corner.sheet_unread",      "corner.tail_contradicts",
      "corner.elsewhere",        "corner.area_unlisted",     "corner.regions_lie",       "corner.count_lies",
      "corner.hole_outside",     "corner.area_values",       "corner.sheets_joined",     "corner.sheets_apart",
      "corner.area_contradicts", "corner.total_contradicts", "corner.area_unit_unknown", "corner.two_sets",
      "corner.titles_beside",    "corner.column_unread",     "corner.count_closing",     "corner.columns_unread",
      "corner.text_unread",      "corner.last_named"};
  return std::any_of(findings.begin(), findings.end(), [&](Finding const& f) {
    return f.severity != Severity::info &&
           (is_of_numbers(f) || std::find(MORE.begin(), MORE.end(), f.code) != MORE.end());
  });
}

namespace {

constexpr double TELLS = 0.01;

bool tells(std::vector<SaidArea> const& areas) {
  return std::all_of(areas.begin(), areas.end(), [](auto const& a) { return a.step_m2 / 2 <= TELLS * a.m2; });
}

// 2.6010 of a register tells, 3 does not.
bool tells(std::string const& declared) {
  auto const value = number_of_cell(declared);
  return value && *value > 0 && std::pow(10.0, -printed_decimals(declared)) / 2 <= TELLS * *value;
}

// Which rings are holes, too, is what the area says.
bool told_by_area(Finding const& f) {
  return is_of_numbers(f) || f.code == "corner.tail_contradicts" || f.code == "corner.count_closing";
}

// The area that a printed list declares is that of all its parcels, and close enough to tell.
void settle_by_total(CornerList const& list, Findings& findings) {
  if (!list.declared_m2 || list.declared_step_m2 / 2 > TELLS * *list.declared_m2) return;
  auto const fits = [](Finding const& f) { return f.code.starts_with("corner.total_fits") && f.feature.empty(); };
  if (std::none_of(findings.begin(), findings.end(), fits)) return;
  for (auto& f : findings)
    if (told_by_area(f) || f.code == "corner.sheets_joined" || f.code == "corner.sheets_apart")
      f.severity = Severity::info;
}

}  // namespace

void settle_by_area(CornerList const& list, Findings& findings) {
  settle_by_total(list, findings);
  auto const about = [&](std::string const& key, std::string_view code) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](Finding const& f) { return f.feature == key && f.code.starts_with(code); });
  };
  for (std::size_t i = 0; i < list.parcels.size(); ++i) {
    auto const key = parcel_key(list.parcels[i], i);
    auto const& parcel = list.parcels[i];
    bool const fits = about(key, "corner.total_fits");
    bool const by_text = !parcel.said.empty() && tells(parcel.said) && fits;
    if (parcel.of_register && tells(parcel.declared_area) && fits)
      for (auto& f : findings)
        if (f.feature == key && f.code == "corner.tail_contradicts") f.severity = Severity::info;
    if (!by_text && (!parcel.declared_corners || about(key, "corner.count_lies"))) continue;
    if (!by_text && (!about(key, "corner.area_fits") || about(key, "corner.area_differs"))) continue;
    for (auto& f : findings)
      if (f.feature == key && told_by_area(f)) f.severity = Severity::info;
  }
}

}  // namespace redline
