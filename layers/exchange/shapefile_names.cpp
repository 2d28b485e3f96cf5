// SPDX-License-Identifier: Apache-2.0
#include "layers/exchange/shapefile_names.hpp"

#include <map>

namespace redline {
namespace {

std::map<std::string, char const*, std::less<>> const NAMES{
    {"conflict_id", "conflictid"},      {"activity_id", "act_id"},         {"activity_kind", "act_kind"},
    {"activity_name", "act_name"},      {"activity_layer", "act_layer"},   {"designated_on", "desig_on"},
    {"boundary_doc", "bound_doc"},      {"overlap_share", "ovl_share"},    {"disposition", "disposit"},
    {"geodesic_m2", "geod_m2"},         {"planar_meridian", "plan_merid"}, {"declared_m2", "decl_m2"},
    {"overlap_total_m2", "ovl_tot_m2"}, {"nearest_area_id", "near_area"},  {"mineral_class", "min_class"},
    {"renewal_filed_on", "renewal_on"}};

}  // namespace

std::string shapefile_name(std::string const& column) {
  auto const it = NAMES.find(column);
  return it == NAMES.end() ? column : it->second;
}

std::string_view cut_text(std::string_view utf8, std::size_t bytes) {
  if (utf8.size() <= bytes) return utf8;
  constexpr unsigned char CONTINUES = 0x80, MASK = 0xC0;
  while (bytes > 0 && (static_cast<unsigned char>(utf8[bytes]) & MASK) == CONTINUES) --bytes;
  return utf8.substr(0, bytes);
}

}  // namespace redline
