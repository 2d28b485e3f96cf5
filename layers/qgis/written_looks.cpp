// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/written_looks.hpp"

#include <algorithm>

#include "layers/qgis/same_look.hpp"

namespace redline {

WrittenLooks::WrittenLooks(XmlText const& project, SavedStyles const& saved) : m_project(project), m_saved(saved) {
  for (auto const l : {Language::zh, Language::en}) {
    m_made.emplace_back(l, styled_layers(l));
    for (auto const& [above, scale] : palette().detail) m_made.emplace_back(l, styled_layers(l, above + 1));
  }
  auto const properties = project.child(0, "properties");
  auto const looks = properties == 0 ? 0 : project.child(properties, LOOKS_OF_PROJECT);
  if (looks == 0) return;
  for (auto const i : project.children(looks)) {
    auto const& e = project.elements()[i];
    m_digests[e.name] = e.text;
  }
}

std::vector<std::string> WrittenLooks::qmls(std::string const& layer) const {
  std::vector<std::string> out;
  for (auto const& [language, layers] : m_made) {
    auto const it = layers.find(layer);
    if (it == layers.end()) continue;
    out.push_back(project_layer_qml(it->second, language));
    if (saved_qml_of(m_saved, it->second)) out.push_back(saved_layer_qml(m_saved, it->second));
  }
  return out;
}

bool WrittenLooks::remembered(std::size_t element) const {
  auto const id = m_project.child(element, "id");
  auto const it = m_digests.find(id == 0 ? std::string{} : m_project.elements()[id].text);
  return it != m_digests.end() && it->second == look_digest(m_project, element);
}

bool WrittenLooks::holds(std::string const& layer, std::size_t element) const {
  auto const made = qmls(layer);
  return remembered(element) || std::any_of(made.begin(), made.end(), [&](auto const& qml) {
           return same_look(XmlText(qml), 0, m_project, element);
         });
}

}  // namespace redline
