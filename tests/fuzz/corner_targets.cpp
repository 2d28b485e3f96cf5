// The readers of corner lists: every line has a fate with a reason, every ring three finite corners; and what the TXT
// writer wrote is read and written again byte by byte.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "engine/crs/crs.hpp"
#include "layers/corners/baopan.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/detective.hpp"
#include "layers/corners/printed_list.hpp"
#include "layers/corners/read_corners.hpp"
#include "layers/corners/region_string.hpp"
#include "layers/corners/write_baopan.hpp"
#include "tests/fuzz/targets.hpp"

namespace redline::fuzz {
namespace {

constexpr std::size_t MOST_CORNERS = 300;  // of a round trip, which PROJ makes slow

void lines_hold(CornerList const& list, std::size_t lines) {
  hold(list.lines.size() == lines, "a record for each line");
  for (auto const& r : list.lines) {
    hold(r.fate != Fate::unset, "each line has a fate");
    hold((r.fate == Fate::used) == r.why.key.empty(), "a reason unless used");
    hold(r.fate == Fate::used || has_text(r.why.key), "the reason is a text");
    render(r.why, Language::zh);
  }
}

std::size_t parcels_hold(CornerList const& list, std::size_t lines) {
  std::size_t corners = 0;
  for (auto const& p : list.parcels) {
    hold(!p.rings.empty(), "a parcel has rings");
    for (auto const& ring : p.rings) {
      hold(ring.corners.size() >= 3, "a ring has three corners");
      corners += ring.corners.size();
      for (auto const& c : ring.corners) {
        hold(std::isfinite(c.x) && std::isfinite(c.y), "corners are finite");
        hold(c.line >= 1 && static_cast<std::size_t>(c.line) <= lines, "a corner comes from a line");
      }
    }
  }
  return corners;
}

void findings_hold(CornerList const& list) {
  for (auto const& f : list.findings) {
    hold(has_text(f.code), "a finding has a text");
    render(Message{f.code, f.args}, Language::en);
  }
}

using Parse = void (*)(std::vector<std::string> const&, std::string const&, CornerList&);
using Looks = bool (*)(std::vector<std::string> const&);

void read(std::string_view bytes, Looks looks_like, Parse parse) {
  accepted([&] {
    auto const text = decode_lines(bytes, "", "fuzz.txt");
    CornerList list;
    if (!looks_like(text.lines)) return;
    parse(text.lines, "fuzz", list);
    lines_hold(list, text.lines.size());
    parcels_hold(list, text.lines.size());
    findings_hold(list);
  });
}

std::string written(CornerList const& list, Crs const& crs) {
  Findings findings;
  return baopan_text(list, crs, "fuzz.txt", findings);
}

template <class Proposed>
void round_trip(CornerList list, Proposed proposal) {
  place_corners(list, proposal);
  auto const crs = Crs::parse(proposal.crs);
  std::string once;
  try {
    once = written(list, crs);
  } catch (Error const& e) {
    return hold(e.message().key == "corner.lost_in_rounding", "it is written, or too fine for its digits");
  } catch (GeometryError const&) {
    return;  // no area can be computed of such corners
  }
  auto again = read_corners(once, "fuzz.txt", "UTF-8");
  proposal.order = AxisOrder::north_first, proposal.packed = proposal.pointed = false;
  place_corners(again, proposal);
  hold(written(again, crs) == once, "the second trip gives the same bytes");
}

}  // namespace

void baopan(std::string_view bytes) { read(bytes, looks_like_baopan, parse_baopan); }
void region_string(std::string_view bytes) { read(bytes, looks_like_region_strings, parse_region_strings); }
void printed_list(std::string_view bytes) { read(bytes, looks_like_printed_list, parse_printed_list); }

void corners(std::string_view bytes) {
  accepted([&] {
    auto const list = read_corners(bytes, "fuzz.txt");
    auto const count = parcels_hold(list, list.lines.size());
    findings_hold(list);
    if (list.has_failed_lines() || count == 0 || count > MOST_CORNERS) return;
    auto const proposal = propose(list, {});
    for (auto const& f : proposal.evidence) hold(has_text(f.code), "evidence has a text");
    if (!proposal.crs.empty()) round_trip(list, proposal);
  });
}

}  // namespace redline::fuzz
