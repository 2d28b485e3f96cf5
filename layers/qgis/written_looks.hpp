// How the program may have written the layers of a project that was saved in QGIS since: as it makes them (in Chinese
// and English, of a ledger of each size that limits layers by scale), as the styles of the workspace have them, or,
// where such a style has changed since, as the project remembers by a digest. Only what is none of these was changed in
// QGIS.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "layers/qgis/saved_styles.hpp"
#include "layers/qgis/xml_text.hpp"

namespace redline {

inline constexpr char const* LOOKS_OF_PROJECT = "RedlineLooks";  // its property: a digest by id of layer

class WrittenLooks {
 public:
  WrittenLooks(XmlText const& project, SavedStyles const& saved);
  bool holds(std::string const& layer, std::size_t element) const;  // the layer named so is the element of the project

 private:
  using StyledLayers = std::map<std::string, ProjectLayer, std::less<>>;

  std::vector<std::string> qmls(std::string const& layer) const;
  bool remembered(std::size_t element) const;

  XmlText const& m_project;
  SavedStyles const& m_saved;
  std::vector<std::pair<Language, StyledLayers>> m_made;
  std::map<std::string, std::string> m_digests;
};

}  // namespace redline
