// What is known of a site besides its figures: zone (by its last polygon, by name where it has none), cause (the
// activity), who answers for it, and the document that demands its restoration (that of the record with the deadline,
// else of any). The last word counts; the cause is the first one named. Needs StatusRun::details.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/status_run.hpp"

namespace redline {

struct SiteFacts {
  std::string zone, cause, responsible, document;
};

std::map<SiteKey, SiteFacts> site_facts(StatusRun const& run, Language language);
std::string evidence_of(
    RecordDetails const& details);  // document, acceptance, what was removed, words of the source, remark

}  // namespace redline
