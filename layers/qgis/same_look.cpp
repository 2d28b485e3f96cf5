// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/same_look.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <set>
#include <sstream>

#include "engine/core/hash.hpp"
#include "layers/qgis/embedded_text.hpp"

namespace redline {
namespace {

using Facts = std::map<std::string, std::string>;  // where it stands / its name -> what it says

std::set<std::string> const& unstated() {
  static std::set<std::string> const known = [] {
    std::set<std::string> out;
    std::istringstream lines(embedded_text("unstated.txt"));
    for (std::string line; std::getline(lines, line);)
      if (!line.empty() && line.front() != '#') out.insert(line);
    return out;
  }();
  return known;
}

// 0.9 and 0.90000000000000002 are one number; QGIS calls the sign x of SLD cross2.
std::string plain(std::string const& value) {
  char* end = nullptr;
  double const number = std::strtod(value.c_str(), &end);
  if (!value.empty() && *end == '\0') return fmt::format("{:.6g}", number);
  return value == "x" ? "cross2" : value;
}

// Decorations of labels that the program never draws: only whether they are drawn is told.
bool decoration(std::string const& name) {
  return name == "background" || name == "shadow" || name == "text-mask" || name == "callout";
}

class Reader {
 public:
  // Symbols are told where rules and classes name them: QGIS numbers them anew and drops those that none names.
  Reader(XmlText const& xml, std::size_t part, Facts& out) : m_xml(xml), m_out(out) {
    if (auto const symbols = xml.child(part, "symbols"); symbols != 0)
      for (auto const i : xml.children(symbols)) m_symbols[xml.elements()[i].attribute("name")] = i;
    m_named = xml.elements()[part].attribute("type") != "singleSymbol";
  }

  void read(std::size_t of, std::string const& path) {
    std::map<std::string, int> met;
    for (auto const i : m_xml.children(of)) {
      auto const& e = m_xml.elements()[i];
      if (e.name == "prop") continue;  // the options once more, for old programs
      if (e.name == "symbols" && m_named) continue;
      if (e.name == "Option") {
        option(i, e, path);
        continue;
      }
      auto const where = e.name + std::to_string(++met[e.name]);
      attributes(e, path + "/" + where);
      if (decoration(e.name)) {
        if (e.name == "callout") read_callout(i, path + "/" + where);
        continue;
      }
      bool const twice = e.name == "dd_properties" && path.ends_with("/text-style1");
      if (!twice) read(i, path + "/" + where);
    }
  }

 private:
  void option(std::size_t i, XmlElement const& e, std::string const& path) {
    auto const where = path + "/" + e.attribute("name");
    for (auto const& [key, value] : e.attributes)
      if (key == "value") m_out[where] = plain(value);
    read(i, where);
  }

  void attributes(XmlElement const& e, std::string const& path) {
    for (auto const& [key, value] : e.attributes) {
      if (key == "key" || (key == "name" && e.name != "family")) continue;
      if (auto const named = m_symbols.find(value); m_named && key == "symbol" && named != m_symbols.end()) {
        attributes(m_xml.elements()[named->second], path + "/symbol");
        read(named->second, path + "/symbol");
        continue;
      }
      if (decoration(e.name) && !key.ends_with("Draw") && key != "maskEnabled") continue;
      m_out[path + "/" + key] = plain(value);
    }
  }

  void read_callout(std::size_t of, std::string const& path) {
    for (auto const i : m_xml.children(of))
      for (auto const k : m_xml.children(i)) {
        auto const& e = m_xml.elements()[k];
        if (e.attribute("name") == "enabled") m_out[path + "/enabled"] = e.attribute("value");
      }
  }

  XmlText const& m_xml;
  Facts& m_out;
  std::map<std::string, std::size_t> m_symbols;
  bool m_named = true;
};

void add_texts(XmlText const& xml, std::size_t element, Facts& out) {
  auto const& root = xml.elements()[element];
  out["labelsEnabled"] = root.attribute("labelsEnabled");
  bool const scaled = root.attribute("hasScaleBasedVisibilityFlag") == "1";
  out["scales"] = scaled ? plain(root.attribute("minScale")) + " " + plain(root.attribute("maxScale")) : "";
  for (auto const i : xml.children(element)) {
    auto const& e = xml.elements()[i];
    for (char const* name : {"layerOpacity", "blendMode", "featureBlendMode", "mapTip", "previewExpression"})
      if (e.name == name) out[name] = plain(e.text);
    if (e.name != "aliases") continue;
    for (auto const k : xml.children(i)) {
      auto const& alias = xml.elements()[k];
      if (!alias.attribute("name").empty()) out["alias/" + alias.attribute("field")] = alias.attribute("name");
    }
  }
}

Facts facts_of(XmlText const& xml, std::size_t element) {
  Facts out;
  add_texts(xml, element, out);
  for (char const* part : {"renderer-v2", "labeling"}) {
    auto const i = xml.child(element, part);
    if (i == 0) continue;
    for (auto const& [key, value] : xml.elements()[i].attributes)
      if (key == "type" || key == "symbollevels" || key == "attr") out[std::string(part) + "/" + key] = value;
    Reader(xml, i, out).read(i, part);
  }
  return out;
}

// QGIS writes the family that it found on this computer, or none, and the list it looked through: one of these is no
// change while the list is the same.
bool font_found(std::string const& where, Facts const& ours, Facts const& theirs) {
  constexpr std::string_view FAMILY = "/fontFamily", LIST = "/families1/family";
  if (!where.ends_with(FAMILY)) return false;
  auto const list = where.substr(0, where.size() - FAMILY.size()).append(LIST);
  auto const family = theirs.find(where);
  bool found = family == theirs.end() || family->second.empty();
  for (int i = 1;; ++i) {
    auto const at = list + std::to_string(i) + "/name";
    auto const a = ours.find(at), b = theirs.find(at);
    if (a == ours.end() || b == theirs.end()) return found && i > 1 && a == ours.end() && b == theirs.end();
    if (a->second != b->second) return false;
    found = found || a->second == family->second;
  }
}

bool unsaid(std::string const& where, std::string const& value) {
  return value.empty() || unstated().count(where.substr(where.rfind('/') + 1) + "=" + value) > 0;
}

}  // namespace

std::string look_digest(XmlText const& xml, std::size_t element) {
  auto const facts = facts_of(xml, element);
  std::string said;
  for (auto const& [where, value] : facts)
    if (!unsaid(where, value) && !font_found(where, facts, facts)) said += where + '\n' + value + '\n';
  return sha256_hex(said);
}

bool same_look(XmlText const& made, std::size_t made_element, XmlText const& saved, std::size_t saved_element) {
  auto const ours = facts_of(made, made_element), theirs = facts_of(saved, saved_element);
  for (auto const& [where, value] : ours) {
    if (font_found(where, ours, theirs)) continue;
    auto const found = theirs.find(where);
    if ((found == theirs.end() ? std::string{} : found->second) != value) return false;
  }
  for (auto const& [where, value] : theirs) {
    if (ours.count(where) == 0 && !unsaid(where, value)) return false;
  }
  return true;
}

}  // namespace redline
