// A corner list as it was read: parcels, their rings, their corners, and what became of every line of the input. x and
// y of a corner are the first and the second coordinate as printed until placed() (place.hpp) has made them east and
// north; `order` says which is which as far as the form tells. Degrees are decimal, packed DDDMMSS stays a number. A
// ring is open: its repeated first corner is not kept. Findings name the line in their first argument.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/finding.hpp"
#include "engine/core/text.hpp"
#include "layers/corners/degree_words.hpp"
#include "layers/corners/right_terms.hpp"
#include "layers/read/encoding.hpp"

namespace redline {

enum class AxisOrder { unknown, north_first, east_first };
enum class CornerForm { baopan, mining_string, exploration_string, pair_string, printed, features };

struct Corner {
  std::string name;
  double x = 0, y = 0;
  int line = 0;            // 0: not from a text
  int decimals = 0;        // as printed, the larger of the two; 0 for sexagesimal ones
  std::string sheet = {};  // where it is not the worksheet of the parcel
};

enum class Guess { none, one, apart };

struct RingDoubt {  // a reading of the ring that nothing settled
  std::string code;
  int line = 0;
  std::string corner;
};

inline constexpr std::size_t FEWEST_CORNERS = 3;  // of a ring

struct CornerRing {
  std::string mark;  // 圈号, or the tail of a string
  std::optional<bool> said_hole;
  std::vector<Corner> corners;
  std::vector<std::string> passed = {};  // names of closing and repeated corners, which are not kept
  bool closed = false;                   // the first corner came again
  // The numbers go back where nothing tells whether another ring begins: taken as this one, or as one of its own.
  Guess guess = Guess::none;
  int guess_line = 0;
  std::vector<RingDoubt> doubts = {};
  std::string title = {};  // of the area that begins with it
};

enum class AreaOf { parcel, unknown, outer, deducted, net, other };  // what a text says an area to be

struct SaidArea {              // by a line of a printed list
  double m2 = 0, step_m2 = 0;  // of its last printed place
  int line = 0, rows = 0;      // rows of corners before it
  bool total = false;          // it is called so
  bool titled = false;         // it stands in the title of an area
  std::string words = {};      // before it
  AreaOf of = AreaOf::parcel;
  double less_m2 = 0;       // what is deducted, said to be so; whether it is off already is not
  std::string number = {};  // as printed, where no unit stands with it: until settle_areas() m2 is as of km²
};

struct SheetArea {  // by a sheet of a workbook of several
  std::string sheet;
  SaidArea area;
  bool bare = false;  // without a unit
};

struct SaidTerm {  // by a line beside the corners
  PrintedTerm term;
  int line = 0;
  std::string area = {};  // whose it is, where it says so
};

struct KindWord {    // that says a mining or an exploration right
  std::string kind;  // as right_kind()
  std::string word;
  int line = 0;
};

struct SaidZone {
  bool meridian = false;  // else a number of a zone
  double value = 0;
  bool operator==(SaidZone const&) const = default;
};

struct Parcel {
  std::string id, name, sheet, use, land_class, declared_area;  // as printed
  std::vector<std::string> more;                                // further fields of the parcel line
  std::optional<int> declared_corners;
  std::vector<CornerRing> rings;
  int line = 0;
  bool below_text = false;              // a table under a text of its own, which numbers no area
  std::size_t number = 0;               // running, where failed parcels count, too; 0: as it stands in the list
  std::string worksheet = {};           // of a workbook
  bool title_shared = false;            // by another one of the file, which its number tells apart
  bool of_register = false;             // a line, rows or a feature of one; then also:
  std::optional<CornerForm> form = {};  // of its cell, and what that says of the order; else those of the list
  AxisOrder order = AxisOrder::unknown;
  std::string kind = {};  // right_kind() of its row or feature
  std::string licence_no = {}, holder = {};
  std::vector<KindWord> kind_words = {};     // of its lines and title
  std::vector<SaidZone> zones = {};          // in columns of its rows, each once
  std::string mineral = {}, area_unit = {};  // without a unit the area itself tells
  std::vector<SaidArea> said = {};           // of it or of its rings, one each
  std::vector<PrintedTerm> terms = {};
  std::string outline = {};  // the title above it that says which outline it is: 变更前, 扣除后
};

struct FailedParcel {  // lines of it cannot be used
  std::string title;
  int line = 0;  // the first that failed; 0: a feature
  Message why;
  bool numbered = false;   // the title is its running number
  std::string sheet = {};  // of a workbook
};

enum class Fate { unset, used, ignored, failed };

struct LineRecord {
  Fate fate = Fate::unset;
  Message why;  // of ignored and failed lines
};

struct CornerList {
  std::string shown;  // file name for messages
  CornerForm form = CornerForm::printed;
  Encoding encoding;
  AxisOrder order = AxisOrder::unknown;
  std::vector<std::pair<std::string, std::string>> header;
  Findings datum_evidence;  // why 坐标系 of the header is one of several that the list names; warnings: doubtful
  Findings zone_evidence;   // against the numbers before its eastings
  std::vector<SaidZone> said_zones;  // by lines, each once
  DegreeWords degree_words;          // by which it says how its degrees are written
  std::vector<Parcel> parcels;
  std::optional<double> declared_m2;        // of the whole list, where a line of a printed list says so
  double declared_step_m2 = 0;              // of its last printed place
  double declared_less_m2 = 0;              // as SaidArea::less_m2
  std::vector<SaidArea> said_areas;         // as they come; at the end those that say another area than declared_m2
  std::vector<SheetArea> sheet_areas = {};  // those not of the whole
  std::vector<SaidTerm> said_terms = {};    // until they are given to the parcels
  std::vector<KindWord> said_kinds = {};    // until they are given, too
  std::vector<std::pair<int, std::string>> without_unit = {};  // lines and numbers, where no area of it has a unit
  std::vector<std::pair<int, std::size_t>> said_counts = {};   // lines that state how many corners there are
  std::vector<std::pair<int, std::size_t>> said_regions = {};  // of how many areas the whole is made
  std::vector<FailedParcel> failed_parcels;                    // these are not in `parcels`
  bool only_parcels_failed = false;                            // all failed lines belong to them
  std::vector<LineRecord> lines;                               // line n is lines[n - 1]
  Findings findings;

  std::string header_value(std::string const& key) const;  // empty if absent
  bool has_failed_lines() const;
};

}  // namespace redline
