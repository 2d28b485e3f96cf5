// A boundary as people hand it in, taken in: a corner list (text file, pasted text) or any GIS format, read, its CRS
// found out, placed (x = easting or longitude) and checked. The CRS is `crs` where given; else the declared or detected
// one if nothing speaks against it, or with `accept` the proposal. Else Error(input, corner.doubtful {file, proposal,
// evidence}) or corner.no_crs; corners that contradict a given CRS are corner.crs_contradicted {doubt}, rows of a list
// in two orders corner.mixed_order {file, usual order, number of others, rows}. `bytes` holds what was read of a text,
// for its hash; empty for GIS formats. Findings: of reading, of the CRS (also against a given one), of check_corners.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/crs/transformation.hpp"
#include "layers/corners/detective.hpp"

namespace redline {

struct IntakePlan {
  std::string source, crs, encoding;
  std::optional<std::string> pasted;  // the text itself, where source is "-"
  CornerHints hints;
  bool spare_parcels = false;  // failed parcels do not stop the others, and where all of several fail, they are all
                               // that comes out (CornerList::failed_parcels): no CRS, no corners
  bool accept = false, allow_network = false, allow_vrt = false;
  Language language = Language::zh;
  std::vector<DatumParameters> datum_parameters;
};

struct Intake {
  CornerList list;
  Crs crs;
  std::string how;  // given, declared, detected
  std::string bytes;
  Findings findings;
};

// One, but for a register whose rows are in several notations (notations.hpp), which are taken in each by itself. With
// `spare_parcels` those that cannot be fail alone, else the error names them: corner.rows_apart {file, number, titles,
// why}. Findings of lines have the key of their parcel.
std::vector<Intake> take_in_rights(IntakePlan const& plan);
// Nothing where the datum has no way to CGCS2000 without parameters from the user.
std::optional<Transformation> way_to_lonlat(Crs const& crs, std::vector<DatumParameters> const& parameters = {});
void weigh_crs(Crs const& crs, CornerList const& placed, Language language, Findings& findings);
std::string code_or_name(Crs const& crs);
std::string lower_ending(std::string const& path);  // ".txt"

}  // namespace redline
