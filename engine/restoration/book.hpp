// The records of restoration in memory: what somebody reported, one figure (and perhaps a polygon) each. Texts are
// views into the pool of the book, equal texts once; the book is filled by one thread, then read by any number.
// Geometry: polygonal WKB in EPSG:4490, may be empty. `reserve` is an id of the register, empty where none was
// recognised (`reserve_text` keeps the words, `site_text` those for the site). `zone`: a code, or the word where none
// is known. An undated record (day nullopt) counts on every day. `part_of`, `restates`, `may_overlap`, `sums_to`: ids
// of other records, `;` between several; `share_of` is "ID/ID", part by whole. `replaces`: the rows that this one
// corrects (corrections.hpp); `day` is that from which it counts, standing_day() that of the place where it stands.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/core/date.hpp"
#include "engine/core/finding.hpp"
#include "engine/geometry/geometry.hpp"
#include "engine/restoration/amount.hpp"
#include "engine/restoration/stages.hpp"

namespace redline {

// 本次新增, 累计, 新增已核; standing: required or damaged all along, before the day of its row too; of_year: new in the
// year that its column names, of_quarter, of_month: likewise (periods.hpp); situation: done so far on its day, with the
// others of that report (states.hpp); reported: plain in a report of a day, dated: so, with a day of its own
// (report_sums.hpp), piece: finished on a day of its own, in a table of the situation; declared: somebody says that it
// is new, where fresh is what nobody calls anything
enum class Basis {
  fresh,
  cumulative,
  confirmed_new,
  standing,
  of_year,
  of_quarter,
  of_month,
  situation,
  reported,
  piece,
  dated,
  declared
};
inline bool of_period(Basis b) { return b == Basis::of_year || b == Basis::of_quarter || b == Basis::of_month; }
inline bool of_report(Basis b) { return b == Basis::reported || b == Basis::dated; }
inline bool is_new(Basis b) {  // and may repeat what was said
  return b == Basis::fresh || b == Basis::declared || of_period(b) || of_report(b) || b == Basis::piece;
}
inline bool stands_for_all(Basis b) { return b == Basis::cumulative || b == Basis::situation; }  // before it
std::string_view name(Basis b);

struct DaySpan {
  Date first, last;
  bool holds(Date d) const { return first <= d && d <= last; }
};

struct RestorationRecord {
  std::string_view id, source, item, reserve, reserve_text, zone, site, site_text, subject, programme, kind, measure;
  std::string_view value, unit;                            // as written
  std::string_view said_by;                                // document and offices, in one word: tells sources apart
  std::string_view office;                                 // that is responsible
  std::vector<std::string_view> const* also_in = nullptr;  // other sources that have the same row
  std::string_view planned;  // days and words of its row that say what is to be done, not what was done
  std::string_view part_of, restates, sums_to, share_of, may_overlap, replaces, claimed_status;
  std::optional<Amount> amount;  // where value and unit are an area or a volume
  std::optional<Date> day, deadline;
  std::optional<Date> reported;    // the day of the report that a plain figure stands in, where it has one of its own
  std::optional<DaySpan> between;  // of a day that is only known to the month or year (imprecise_days.hpp)
  Stage const* stage = nullptr;
  Quantity quantity = Quantity::other;
  Basis basis = Basis::fresh;
  bool at_least = false, approximate = false;
  bool treated = false;           // an accepted figure called treated: as much was restored by its day
  bool returned = false;          // what stands restored of a site that its row sends back
  bool reference = false;         // of required or disturbed ground: the source gives it for reference only
  bool basis_blank = false;       // a correction that does not say (inherited.hpp)
  bool measure_blank = false;     // a correction that says neither what it counts nor its stage (blank_measures.hpp)
  std::optional<Date> place_day;  // of a correction: where it stands (places.hpp)
  std::string_view place_id;      // empty: at its own day and id
  Wkb wkb;
};

struct RestorationTask {
  std::string_view item, subject, responsible, source;
  TaskState state = TaskState::open;
  std::optional<Date> day, deadline;
};

class RestorationBook {
 public:
  std::string_view keep(std::string_view text);  // a view that lives as long as the book, the same for equal texts
  std::string_view keep_alone(std::string_view text);  // for texts that hardly repeat, such as ids
  std::vector<RestorationRecord> records;
  std::vector<RestorationTask> tasks;
  std::unordered_map<std::string_view, std::vector<std::string_view>> also_in;  // row -> other sources that have it
  Findings totals;  // of tables, that contradict their rows; `layer`: the reserve, or empty
  Findings orders;  // by record: what was assumed of its day (imprecise_days.hpp); of those in force

 private:
  std::deque<std::string> m_blocks;  // filled up to their capacity, never moved
  std::unordered_set<std::string_view> m_pool;
};

std::vector<std::string_view> ids_of(std::string_view list);  // split at ; and ；, trimmed

inline constexpr std::string_view STAGE_SUFFIX = "/stage-";  // of a stage with a day of its own
std::string_view row_of(std::string_view id);  // that brought a record: "7" of "7/required", a further figure of it

// The day at which a record stands in the order of events: its own, or that of the row that it corrects.
inline std::optional<Date> standing_day(RestorationRecord const& r) { return r.place_id.empty() ? r.day : r.place_day; }

// A row without polygon that sends back and gives what stands restored of its site (累计, 已, 截至), or may do so.
inline bool returns_whole(RestorationRecord const& r) {
  return r.stage && r.stage->returns && r.wkb.empty() && (stands_for_all(r.basis) || r.basis == Basis::reported);
}

std::string figure_text(RestorationRecord const& r);  // "633.47万m2", also where the value has the unit in it
std::string cited(RestorationRecord const& r);        // "55.14: 治理恢复 633.47万m2", for findings

bool later(RestorationRecord const& r, Date as_of);  // it does not count yet

// The records that count on a day: not later, and no other row stands for them (corrections.hpp); in order of day
// (undated first), order of stage, id; a correction in the place of the row that it corrects.
std::vector<RestorationRecord const*> in_force(RestorationBook const& book, Date as_of);

}  // namespace redline
