// What the columns of a layer mean: id, name, zone, kind, level, licence_no, holder, mineral, mineral_class, status,
// county, valid_from, valid_to, granted_on, issued_on, issued_for, act_date, renewal_filed_on, designated_on,
// declared_m2, declared_ha, declared_km2, declared_mu, accuracy_m, boundary_doc, action, schematic -> field, or
// "=CONSTANT". recognise() knows the names that registers use (docs/formats.md), also cut at ten bytes
// (whole_names.hpp; `values` where names alone do not tell); overrides win, by whole names too, an empty one takes a
// meaning away; one that names no field, or several, is Error(input, "read.no_field", "read.cut_several"). Findings:
// what was recognised (read.fields), several fields that fit (read.field_choice), an area without a unit
// (read.area_unit, not used). Words of zones and kinds are translated; codes such as 1/2/3 or HX/HC/SY are never
// guessed.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/read/feature_source.hpp"
#include "layers/read/value_signs.hpp"

namespace redline {

enum class FieldRole { areas, activities };

struct FieldMap {
  std::map<std::string, std::string> fields;
};

FieldMap recognise(std::vector<FieldInfo> const& fields, FieldRole role,
                   std::map<std::string, std::string> const& overrides, Findings& findings,
                   ColumnValues const& values = {});
std::optional<std::string> zone_word(std::string_view text);
std::optional<std::string> kind_word(std::string_view text);

}  // namespace redline
