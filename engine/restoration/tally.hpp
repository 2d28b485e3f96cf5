// The sums by number: per site and per reserve, exact, each claim once. Per site and stage a `new` figure is added and
// a `cumulative` one stands for all before it (line.hpp); what is claimed is the largest of the site's stages of
// "restored", or of acceptance where nobody reported that; what is accepted the largest of those of acceptance; ground
// sent back or disturbed again leaves both. Of figures for damaged ground the largest day stands, of what must be
// restored the latest; the measured outline of a site goes before both kinds of damage. Contained records (Relations)
// are shown with their site but not added to the reserve. Figures for a whole reserve (no site) and those of its sites
// are never added to each other: the larger counts. Zones by name: sites without polygons, in the zone they were last
// stated to lie in, each claim once within the zone; they are a view of the reserve's figures, not added to them.
// Findings: restoration.repeated_claim, .possible_double_report, .equal_figures, .part_sent_back, .drawn_and_stated,
// .accepted_without_restoration (one for all sites), .accepted_no_site, .returned_no_site, .returned_unmet,
// .returned_unknown, .cumulative_as_new, .cumulative_fell, .levels_may_overlap, .restored_exceeds_disturbed,
// .disturbed_again, .disturbed_whole, .damage_restated, .damage_grown, .accepted_exceeds_restored,
// .accepted_before_restored, .zones_differ, .undated, .undated_last. Records must be in force and in order.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>

#include "engine/restoration/relations.hpp"

namespace redline {

inline constexpr double COVERED_SHARE = 0.95;  // from which a polygon repeats earlier ones, and areas agree

struct SiteTally {
  std::string_view reserve, site;  // site empty: the reserve as a whole
  std::optional<Amount> required, disturbed;
  bool disturbed_at_least = false, counts_as_site = false, overdue = false;
  bool approximate = false, required_approximate = false;  // a figure of what was restored, of required or disturbed
  bool required_at_least = false;                          // what is required is a lower bound
  bool accepted_whole = false;    // the last acceptance says that it is of all, and gives no figure
  bool reference_only = false;    // a figure required or damaged that is for reference only
  bool required_derived = false;  // from what was done there (derived_required.hpp)
  bool of_site = false;           // only what is required of all parts of a site
  bool open_part = false;         // one part of which nobody says what is required
  Amount claimed, accepted;       // all that was said of the site
  Amount under_way;  // ground being worked on: by polygon, where the site has polygons, else beyond what is claimed
  Amount under_way_stated;                         // the same, by figures without polygon
  Amount claimed_once, accepted_once;              // without what other records contain
  std::optional<Amount> required_once, remaining;  // remaining: settled by settle()
  Amount surplus;                                  // accepted of its parts beyond what is required of each
  Amount required_rounding;                        // of figures (printed_within()), none of an outline
  Amount volume_once, not_added;
  Stage const* stage = nullptr;
  std::string_view last_record;
  std::optional<Date> deadline;  // `overdue`: set by check_deadlines()
  std::size_t records = 0;
  RestorationRecord const* unmet = nullptr;  // the first row that sends back, or disturbs again, what nobody reported
  bool known_by_return = false;              // nothing else is known of the site
};

struct ZoneTally {  // what is said, by number, of a zone and of the sites that are stated to lie in it
  std::string_view zone;
  std::size_t sites = 0;
  std::optional<Amount> required;
  Amount claimed, accepted, volume;
};

struct ReserveTally {
  std::vector<SiteTally> sites;  // in order of name; the reserve as a whole, if spoken of, first
  std::vector<ZoneTally> zones;  // in order of name
  std::optional<Amount> required;
  Amount claimed, accepted, volume, not_added;
  Amount accepted_whole, accepted_sites;  // said of the reserve, of its sites; `accepted` is the larger
  std::string_view claimed_status;
  std::size_t records = 0, site_count = 0, undated = 0;
  Findings findings;
};

using SiteKey = std::pair<std::string_view, std::string_view>;  // reserve, site

struct SharedOutlines {        // of sites that must restore their outline, and whose outlines overlap
  std::vector<SiteKey> sites;  // of one reserve; also those of inside_outlines
  Amount twice;                // the sum of the outlines, less their union
};

struct TakenBack {  // of what a site claims at a stage
  SiteKey site;
  Stage const* stage;
  Amount amount;
};

struct DrawnClaim {
  Amount counts, redone;  // redone: was counted, and sent back by number since
};

struct KnownGround {                   // what geometry has found out before numbers are added
  std::set<SiteKey> measured;          // acceptance known by geometry: their accepted numbers are shown, not added
  std::map<SiteKey, Amount> outlines;  // ground recorded as disturbed
  std::map<SiteKey, Amount> outline_within;  // by which the area of polygons drawn along them may differ (narrow.hpp)
  std::vector<SharedOutlines> shared_outlines;
  std::map<SiteKey, Amount> inside_outlines;  // what sites without one have worked on inside those of others
  std::unordered_map<std::string_view, Amount> deductions;  // record id -> ground that an earlier claim already counts
  std::unordered_map<std::string_view, DrawnClaim> drawn_claims;  // record id -> what it counts (drawn_claims.hpp)
  std::unordered_map<std::string_view, std::vector<TakenBack>> taken_back;  // by polygon: record id -> earlier claims
};

std::map<std::string_view, ReserveTally> tally(std::vector<RestorationRecord const*> const& records,
                                               Relations const& relations, KnownGround const& known = {});

}  // namespace redline
