// What the fields of features say of a boundary as a register does: id, name, number of the licence, holder, mineral,
// kind, area, and the days and elevations between which the right holds. unused() names the fields that hold a value
// and say none of it, once all features were described (corner.unused_fields); what drawings and KML have of their own
// is no field. Selects the fields of the source.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"
#include "layers/run/columns.hpp"

namespace redline {

class FeatureFields {
 public:
  FeatureFields(FeatureSource& source, Findings& findings);
  void describe(Parcel& parcel, RawFeature const& feature, Findings& findings);
  std::optional<Finding> unused() const;

 private:
  void find_terms(std::vector<FieldInfo> const& fields, FieldMap const& known, FieldMap& map);
  void find_others(FeatureSource const& source, FieldMap& map);
  FieldMap find(FeatureSource& source, Findings& findings);

  struct Field {
    std::string meaning, name;
    TermPart part = TermPart::validity;
    bool filled = false;
  };
  std::vector<Field> m_terms, m_others;
  Columns m_columns;
};

}  // namespace redline
