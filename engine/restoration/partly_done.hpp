// Polygons of which their own row says that less was done there than they cover (40公顷 of 93.7): nobody has drawn
// which part it is. Such a row becomes two records: its figure, which counts by number, and the polygon, which is being
// worked on. They agree to 5 % and half of the last digit; a lower bound (300余亩) may be passed by a fifth. Told in
// book.orders: restoration.partly_done. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/book.hpp"

namespace redline {

void split_partly_done(RestorationBook& book, RestorationModel const& model);  // after inherit_blanks

}  // namespace redline
