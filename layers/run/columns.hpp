// Values of a feature by meaning: which column, or which constant, holds the id, the name, the zone, … of a layer.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/date.hpp"
#include "layers/read/feature_source.hpp"
#include "layers/read/field_map.hpp"

namespace redline {

class Columns {
 public:
  Columns(FieldMap const& map, FeatureSource& source);  // also selects the needed fields of the source
  std::string text(std::string_view meaning, RawFeature const& feature) const;  // trimmed; empty where there is none
  std::optional<double> number(std::string_view meaning, RawFeature const& feature) const;
  bool same(std::string_view meaning, std::string_view other) const;                // from one column
  std::vector<int> places(std::initializer_list<std::string_view> meanings) const;  // in RawFeature::values
  bool has(std::string_view meaning) const { return where(meaning) != nullptr; }

 private:
  struct Where {
    std::string meaning;
    int index = -1;        // into RawFeature::values
    std::string constant;  // where index is -1
  };
  Where const* where(std::string_view meaning) const;
  std::vector<Where> m_where;  // some twenty, asked for each of them in each feature
};

}  // namespace redline
