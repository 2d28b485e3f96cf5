// Values of a feature by meaning: which column, or which constant, holds the id, the name, the zone, … of a layer.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/date.hpp"
#include "layers/read/feature_source.hpp"
#include "layers/read/field_map.hpp"

namespace redline {

class Columns {
 public:
  Columns(FieldMap const& map, FeatureSource& source);  // also selects the needed fields of the source
  std::string text(std::string const& meaning, RawFeature const& feature) const;  // trimmed; empty where there is none
  std::optional<double> number(std::string const& meaning, RawFeature const& feature) const;
  bool has(std::string const& meaning) const { return m_where.count(meaning) > 0; }

 private:
  struct Where {
    int index = -1;        // into RawFeature::values
    std::string constant;  // where index is -1
  };
  std::map<std::string, Where> m_where;
};

}  // namespace redline
