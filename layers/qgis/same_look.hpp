// Whether a layer that QGIS has saved still looks as the program made it. QGIS writes many more words than it was given
// (unstated.txt lists those of 3.22); a word that is not known counts as a change, so that none is passed over. What is
// compared: renderer, labels, visibility by scale, opacity and blending, map tip, display name, names of columns.
// Elements are those whose children are the parts of a style (`qgis` of a QML, `maplayer` of a project).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/qgis/xml_text.hpp"

namespace redline {

// The same for all that look the same, whatever QGIS wrote besides.
std::string look_digest(XmlText const& xml, std::size_t element);

bool same_look(XmlText const& made, std::size_t made_element, XmlText const& saved, std::size_t saved_element);

}  // namespace redline
