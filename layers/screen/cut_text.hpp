// The corner list after the cut, in the TXT form: the new outline of every application, with all its parcels. A parcel
// is written as its cut, or unchanged where nothing has to be left; one of which nothing remains, for which no cut was
// found, or which its title says not to be applied for, is left out. A list is written where an application with a cut
// (parcels of one file and licence) keeps something. Error(input, screen.cut_two_crs) where its parcels are in
// different coordinate systems; `said`: digits that an unchanged one loses. What was written unchanged and what was
// left out: cut_sentences().
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/screen/screening.hpp"

namespace redline {

bool any_cut(Screening const& screening);
std::string cut_text(Screening const& screening, std::string const& shown, Findings& said);
std::vector<Message> cut_sentences(Screening const& screening);

}  // namespace redline
