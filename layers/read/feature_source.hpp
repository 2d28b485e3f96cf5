// Port: features of one layer, one after another. Geometry comes as two-dimensional, linear WKB in the layer's own CRS
// with x = east or longitude; empty where the source has none. Values are texts of the selected fields, nullopt for
// NULL. Curves are made linear and Z, M dropped: the flags say so, findings() sums it up after the last feature. next()
// gives every feature of the layer or throws Error(input, "read.feature" or "read.short") where the file breaks off;
// nothing is skipped. select(), read_only() and select_geometry() go back to the first feature; what texts look like is
// said after a pass over all selected fields. One thread at a time.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/finding.hpp"
#include "engine/core/text.hpp"
#include "engine/geometry/geometry.hpp"

namespace redline {

struct FieldInfo {
  std::string name, type;
  std::string begin{};  // of the whole name, where the source has cut it (cut_names.hpp)
};

struct RawFeature {
  std::int64_t fid = -1;
  std::vector<std::optional<std::string>> values;  // parallel to the selected fields
  Wkb wkb;
  bool had_curves = false, had_z = false, had_m = false;
  Message geometry_problem;  // why the geometry cannot be used, where the reader knows: a finding, or no key
};

class FeatureSource {
 public:
  virtual ~FeatureSource() = default;
  virtual std::vector<FieldInfo> const& fields() const = 0;
  virtual std::string const& crs_text() const = 0;  // WKT, empty if unknown
  virtual std::string const& layer_name() const = 0;
  virtual std::string const& path() const = 0;      // the file itself, for hashes and messages; without passwords
  virtual std::string const& encoding() const = 0;  // what texts were read as
  virtual std::optional<std::uint64_t> count() = 0;
  virtual void select(std::vector<int> const& fields) = 0;     // indexes into fields()
  virtual void read_only(std::vector<int> const& places) = 0;  // among the selected; values elsewhere are nullopt
  virtual void read_all_selected() = 0;
  virtual void select_geometry(bool wanted) = 0;
  virtual bool next(RawFeature& feature) = 0;
  virtual void rewind() = 0;
  virtual Findings const& findings() const = 0;
};

}  // namespace redline
