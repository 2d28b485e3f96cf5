// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/place_remarks.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace redline {
namespace {

using Remark = std::pair<std::string_view, std::string_view>;  // of a finding
constexpr std::array REMARKS{Remark{"crs.other_zone", "other_zone"},
                             Remark{"corner.own_crs_left", "own_crs_left"},
                             Remark{"corner.given_contradicts", "zone"},
                             Remark{"corner.given_width", "zone"},
                             Remark{"corner.zones_contested", "zone"},
                             Remark{"corner.meridians_contested", "zone"},
                             Remark{"corner.zone_contradicts", "zone"},
                             Remark{"corner.meridian_contradicts", "zone"},
                             Remark{"corner.width_contradicts", "zone"},
                             Remark{"corner.given_other_crs", "datum"},
                             Remark{"corner.given_datum", "datum"},
                             Remark{"corner.datum_unknown", "datum_unknown"},
                             Remark{"corner.datums_contested", "datums"},
                             Remark{"corner.datum_converted", "datums"},
                             Remark{"corner.datum_not_stated", "datum_not_stated"},
                             Remark{"corner.outside_zone", "outside_zone"},
                             Remark{"corner.outside_county", "outside_county"},
                             Remark{"corner.mixed_prefixes", "zones"},
                             Remark{"corner.row_zones", "zones"},
                             Remark{"corner.gcj02_possible", "phone_map"},
                             Remark{"corner.gcj02_suspected", "phone_map"},
                             Remark{"corner.pointed_possible", "degrees"},
                             Remark{"corner.pointed_contradicts", "degrees"},
                             Remark{"corner.pointed_impossible", "degrees"},
                             Remark{"corner.degrees_said_twice", "degrees"},
                             Remark{"corner.pointed_likely", "degrees_likely"}};

}  // namespace

std::vector<Message> place_remarks(Application const& a) {
  std::vector<Message> out;
  for (auto const& f : a.findings) {
    auto const* const at =
        std::find_if(REMARKS.begin(), REMARKS.end(), [&](auto const& r) { return r.first == f.code; });
    if (at == REMARKS.end() || f.severity == Severity::info) continue;
    Message said{"screen.remark." + std::string(at->second), f.args};
    bool const again = std::any_of(out.begin(), out.end(), [&](auto const& m) { return m.key == said.key; });
    if (!again) out.push_back(std::move(said));
  }
  return out;
}

}  // namespace redline
