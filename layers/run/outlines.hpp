// Ground that is drawn as lines: closed lines of a kind that is ground are what they enclose, in every format. Lines of
// rights, pits, plants, ponds, fields and buildings that enclose nothing, and closed lines of an unknown kind, stay
// lines with outline_open. Roads, pipelines and the like always stay lines.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/run/activities.hpp"

namespace redline {

void take_outline(RawActivity& raw);

}  // namespace redline
