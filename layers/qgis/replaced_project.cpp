// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/replaced_project.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include "engine/core/error.hpp"
#include "layers/qgis/project_styles.hpp"
#include "layers/write/may_replace.hpp"

namespace redline {
namespace {

constexpr std::string_view OWN = "redline_";

std::optional<XmlText> project_at(std::string const& path) {
  try {
    return opened_project(path);
  } catch (Error const& e) {  // a text, a picture, a broken project
    if (e.kind() != ErrorKind::input) throw;
    return std::nullopt;
  }
}

std::string text_of(XmlText const& project, std::size_t element, char const* child) {
  auto const at = project.child(element, child);
  return at == 0 ? std::string{} : project.elements()[at].text;
}

// "Conflict sheets A4": a name of the program and the paper.
bool own_layout(std::string const& name) {
  for (auto const l : {Language::zh, Language::en})
    for (auto const* key : {"qgis.layout.conflict", "qgis.layout.reserve"})
      if (name.starts_with(render(key, l) + " A")) return true;
  return false;
}

class Added {
 public:
  explicit Added(XmlText const& project) : m_project(project) {
    for (std::size_t i = 0; i < project.elements().size(); ++i) look_at(i);
  }
  bool made_here() const { return m_own > 0; }
  std::set<std::string> const& names() const { return m_names; }

 private:
  void look_at(std::size_t i) {
    auto const& e = m_project.elements()[i];
    if (e.name == "Layout" && !own_layout(e.attribute("name"))) m_names.insert(e.attribute("name"));
    if (e.name != "maplayer") return;
    if (text_of(m_project, i, "id").starts_with(OWN))
      ++m_own;
    else
      m_names.insert(text_of(m_project, i, "layername"));
  }

  XmlText const& m_project;
  std::size_t m_own = 0;
  std::set<std::string> m_names;
};

}  // namespace

void check_project_replaced(std::string const& path, SavedStyles const& saved) {
  if (!std::filesystem::is_regular_file(path)) return;
  if (auto const ledger = no_ledger_lost(path, path)) throw Error(ErrorKind::output, ledger->key, ledger->args);
  auto const project = project_at(path);
  Added const added(project ? *project : XmlText("<none/>"));
  if (!added.made_here()) throw Error(ErrorKind::output, "write.no_project", {path});
  auto names = added.names();
  for (auto const& s : styles_of_project(*project, saved))
    if (s.changed) names.insert(s.layer);
  std::string all;
  for (auto const& name : names) all += (all.empty() ? "" : ", ") + name;
  if (!all.empty()) throw Error(ErrorKind::output, "write.own_project", {path, all});
}

}  // namespace redline
