// What the columns of a layer mean: id, name, zone, kind, level, licence_no, holder, mineral, status, county, valid_from, valid_to,
// granted_on, act_date, renewal_filed_on, designated_on, declared_m2, declared_ha, declared_km2, accuracy_m, boundary_doc, action,
// schematic → field, or "=CONSTANT". recognise() knows the names that Chinese registers use (docs/formats.md); overrides win; one
// that names no field is Error(input, "read.no_field"). Words of zones and kinds are translated; codes such as 1/2/3 or HX/HC/SY are not guessed.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/read/feature_source.hpp"

namespace redline {

enum class FieldRole { areas, activities };

struct FieldMap {
  std::map<std::string, std::string> fields;
};

FieldMap recognise(std::vector<FieldInfo> const& fields, FieldRole role, std::map<std::string, std::string> const& overrides,
                   Findings& findings);
std::optional<std::string> zone_word(std::string_view text);
std::optional<std::string> kind_word(std::string_view text);

}  // namespace redline
