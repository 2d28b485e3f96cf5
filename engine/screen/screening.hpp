// The result of screening licence applications, in one structure: the single source of the JSON, of what the program
// says, and of every report, so that no two numbers can differ. Writers round and translate, they never compute. Plain
// values, no language: words are those of the architecture's table, texts are Messages, Findings and ClauseTexts.
// Areas in m², lengths in m, unrounded. `lonlat` is EPSG:4490, x = longitude; `given` is in the application's own CRS,
// x = easting or longitude. Rings are open, the shell of a part comes first. Geometry (Wkb) is EPSG:4490, with the
// vertices that straight edges of a projected CRS need; pieces hold the corners without them.
// Screening::areas holds the protected areas that anything refers to, by index.
// verdict = the most severe of the verdicts of all conflicts and of all reasons.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/basemap/protected_area.hpp"
#include "engine/core/finding.hpp"
#include "engine/core/text.hpp"
#include "engine/geometry/coordinates.hpp"
#include "engine/ledger/rows.hpp"
#include "engine/rules/judgement.hpp"

namespace redline {

struct ScreenedCorner {
  std::string name;  // J1, J2, … as the source has them; corners of overlaps are numbered anew
  Point given, lonlat;
};
struct ScreenedRing {
  bool hole = false;
  std::vector<ScreenedCorner> corners;
};
struct ScreenedPart {
  std::vector<ScreenedRing> rings;
  double m2 = 0;  // exact
};

struct ScreenedArea {
  ProtectedArea area;
  bool draft = false;  // of --with-draft: not in force
};

struct AreaFigure {
  std::string method;              // tdt1055 geodesic planar exact
  std::optional<double> meridian;  // of planar
  double m2 = 0;
};
struct AreaStatement {  // of the whole application, by every method; the first of each method is the one that counts
  std::vector<AreaFigure> figures;
  std::optional<double> declared_m2;
  std::string declared_as;                // file, option; empty: not declared
  std::optional<AreaFigure> declared_is;  // the figure that prints like the declared area, to 4 decimals of km²
  AreaFigure const& by(char const* method) const;
};

struct AppliedRule {
  std::string id, version;
  std::vector<ClauseText> clauses;
  Verdict effect = Verdict::review;  // what this rule alone says, after the check that its text is verified
};

struct ScreenedConflict {  // also a contact: no geometry, no pieces, overlap 0
  std::string conflict_id, zone, certainty, disposition, rung;
  std::size_t area = 0;
  Verdict verdict = Verdict::review;
  double overlap_m2 = 0, width_m = 0;
  std::optional<double> overlap_share, zone_share;
  std::optional<double> accuracy_m;  // of both sides together; none: not stated
  std::vector<AppliedRule> rules;
  std::vector<Message> trace;  // shown with render_line()
  Point inside;                // lonlat, to drive to
  Wkb geometry;
  std::vector<ScreenedPart> pieces;
};

struct NearArea {
  std::size_t area = 0;
  std::string zone;
  double distance_m = 0, bearing_deg = 0;  // from the application, clockwise from north
  Point from, to;                          // lonlat
};
struct NearHit : NearArea {  // nearer than a limit
  std::string reason;        // setback accuracy
  double limit_m = 0;
};

struct RightOverlap {
  std::string layer, id, name, kind, holder, mineral, status;
  std::string relation;  // same_right duplicate overlap contact other_depth other_mineral ended
  std::optional<double> top_m, bottom_m;
  std::optional<Date> valid_from, valid_to;
  double overlap_m2 = 0, share = 0, share_of_right = 0, width_m = 0;
  std::string certainty;     // certain within_accuracy not_stated; empty for a contact
  bool information = false;  // does not touch the verdict
  Wkb geometry;
};

struct NotChecked {
  std::string layer, why;  // disabled expired empty filtered not_covered partly_covered beyond_extent no_boundary
  // other_place unusable
};

struct VerdictReason {  // what makes a verdict besides conflicts
  Verdict verdict = Verdict::incomplete;
  Message text;
  bool of_draft = false;  // would not be there without the draft
};

struct ScreenedDecision {
  DecisionRow row;
  bool in_force = true;                   // on the day; else run out, or later
  std::string about = {};                 // whole met not_met unknown: the application, an area it meets, another, none
  std::string area_name = {};             // of the area that it names
  std::vector<std::string> met_ids = {};  // of the areas met that it means, which may be named as in the register
};

struct ScreenedCut {    // the proposal that can be staked out (engine/cut/cut.hpp)
  std::string outcome;  // staked nothing_left failed; without corners unless staked
  double remaining_m2 = 0, remaining_tdt1055_m2 = 0, removed_m2 = 0;
  double extra_m2 = 0;     // free ground given up for fewer and rounded corners
  double min_width_m = 0;  // of the narrowest place
  Point narrowest_at;      // longitude/latitude
  double reduction_percent = 0;
  std::string crs;  // of the corners: the application's own, or degrees for blocks
  bool projected = false;
  std::vector<ScreenedPart> parts;
  std::vector<Ring> rings;           // the same corners as in the TXT form
  std::vector<std::size_t> part_of;  // for each ring
  std::optional<double>
      clear_from_m;             // the accuracies that the remaining ground must keep away to be clear; else review
  std::optional<double> off_m;  // how far it is from the ground it has left, where that is less than clear_from_m
  double exact_remaining_m2 = 0, exact_removed_m2 = 0, exact_width_m = 0;
  std::size_t exact_parts = 0;
};

struct ContextZone {  // what a map shows around the application, clipped a little outside of Application::context_box
  std::size_t area = 0;
  std::string zone;
  Wkb geometry;
};

struct ParcelFields {  // of the source, as printed: they stay what they are in a new list of corners
  std::string id, name, sheet, use, land_class, hectares;
  std::vector<std::string> more;
  int decimals = 0;  // of metres, the most of its corners
};

struct Application {
  std::string file, sha256;  // as the user named it; of the bytes
  ActivityAttributes attributes;
  std::string accuracy_from;               // option workspace; empty: not stated
  std::string crs, crs_name, crs_how;      // EPSG code or name; given declared detected contradicted
  std::optional<double> central_meridian;  // of a projected crs
  bool projected = false, repaired = false;
  std::vector<ScreenedPart> parts;  // corners as given
  ParcelFields fields;
  Wkb geometry;
  AreaStatement area;
  Verdict verdict = Verdict::clear;
  Verdict verdict_without_draft = Verdict::clear;     // the same where no draft was added
  double overlap_total_m2 = 0, outside_m2 = 0;        // ground in protected areas counted once; the rest
  std::vector<ScreenedConflict> conflicts, contacts;  // the most severe first, then the largest
  std::vector<NearArea> nearest;                      // areas that it does not meet, nearest first, one row each
  std::vector<NearHit> near_hits;
  std::vector<RightOverlap> rights;
  std::vector<NotChecked> not_checked;
  std::vector<VerdictReason> reasons;
  std::vector<ScreenedDecision> decisions;
  std::optional<ScreenedCut> cut;
  Findings findings;
  Bounds context_box;
  std::vector<ContextZone> context;

  double counted_m2() const;  // by TD/T 1055; of an outline that had to be repaired, the exact area after it
};

struct FailedFile {
  std::string file;
  Message message, hint;  // hint.key empty: none
};

struct Screening {
  Date as_of{};
  bool against_rights = false;
  std::string draft;  // file of --with-draft
  double nearest_limit_m = 0;
  std::vector<std::string> coverage_not_stated;  // layers that do not say which ground they cover
  std::vector<ScreenedArea> areas;
  std::vector<Application> applications;
  std::vector<FailedFile> failed;
  Findings findings;  // of the basemap and of rights
  std::vector<std::pair<std::string, std::string>> manifest;
  std::optional<Message> not_prepared;  // why a prepared basemap could not be used; no part of the result

  std::optional<Verdict> verdict() const;  // the most severe; none where no application could be read
  int exit_status() const;                 // 0, 1 or 3 (contract: exit status)
};

}  // namespace redline
