// What a person should hear beside the rows of a status: records dated later, rows that name no reserve (by file and
// row), figures of an older store that can be read no more, and sites whose name is written in several ways. In an
// order that does not depend on that of import. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/site_names.hpp"
#include "layers/restoration/status_run.hpp"
#include "layers/workspace/register.hpp"

namespace redline {

Findings status_notes(StatusRun const& run, std::string const& store, Language language);
Findings name_notes(std::vector<SiteNames> const& sites, Register const& reg, Language language);

}  // namespace redline
