// The report of a screening as a document: head, verdict in one sentence, maps, area statement, overlaps with clauses
// and corners, cut, surroundings, rights, what was not checked, findings, decisions, manifest, room for signatures; for
// several applications a list of all in front. Every number is taken from the Screening and printed as everywhere.
// Maps want Application::context (ScreenPlan::with_context).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/screen/screening.hpp"
#include "layers/report/document.hpp"

namespace redline::report {

Document screen_document(Screening const& screening, Language language, bool with_maps);

}  // namespace redline::report
