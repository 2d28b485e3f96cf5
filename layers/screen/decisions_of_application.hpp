// Decisions of the workspace about an application, by its id or the number of its licence, each with the area it names:
// one that the application meets (by id, or as the register knows it), another one, or none that is known. The last,
// and two decisions about the same, are findings. subject_of(): of what a decision is, for sentences, in two languages.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/basemap/basemap.hpp"
#include "engine/screen/screening.hpp"
#include "layers/run/reserve_names.hpp"
#include "layers/workspace/decisions.hpp"

namespace redline {

struct DecisionGround {
  Basemap const& basemap;
  ReserveNames const& names;
  Screening const& screening;
};

void put_decisions(Application& a, DecisionBook const& book, DecisionGround const& ground);
std::string subject_of(std::string const& about, std::string const& area_id, std::string const& area_name);

}  // namespace redline
