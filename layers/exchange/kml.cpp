// SPDX-License-Identifier: Apache-2.0
#include "layers/exchange/kml.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogr_api.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "layers/qgis/style.hpp"
#include "layers/report/xml.hpp"

namespace redline {
namespace {

struct CplFree {
  void operator()(char* p) const noexcept { CPLFree(p); }
};

std::string geometry_kml(std::span<unsigned char const> wkb) {
  OGRGeometry* raw = nullptr;
  if (wkb.empty() || OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &raw, wkb.size()) != OGRERR_NONE) return {};
  OGRGeometryUniquePtr const geometry(raw);
  std::unique_ptr<char, CplFree> const text(OGR_G_ExportToKML(OGRGeometry::ToHandle(geometry.get()), nullptr));
  return text ? text.get() : "";
}

// KML says aabbggrr.
std::string colour(std::string const& hex, int opacity) {
  return fmt::format("{:02x}{}{}{}", opacity, hex.substr(5, 2), hex.substr(3, 2), hex.substr(1, 2));
}

class Kml {
 public:
  Kml(Database& ledger, ByteSink& out, Language l) : m_ledger(ledger), m_out(out), m_language(l) {}

  std::map<std::string, LayerLosses> write(std::vector<TableSpec const*> const& layers, KmlText const& about) {
    m_out.add(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n");
    m_out.add("<name>" + xml(about.name) + "</name>\n<description>" + xml(about.description) + "</description>\n");
    for (auto const* layer : layers) add_styles(*layer);
    for (auto const* layer : layers) add_layer(*layer);
    m_out.add("</Document>\n</kml>\n");
    return std::move(m_losses);
  }

 private:
  static std::string style_id(TableSpec const& layer, std::size_t rule) {
    return layer.name + "-" + std::to_string(rule);
  }
  static std::vector<MapRule> const& rules(TableSpec const& layer) {
    return palette().rules_of(*palette().look_of(layer.name));
  }

  void add_styles(TableSpec const& layer) {
    for (std::size_t i = 0; i < rules(layer).size(); ++i) {
      auto const& s = rules(layer)[i].symbol;
      auto const& fill = s.fill.empty() ? s.outline : s.fill;
      m_out.add("<Style id=\"" + style_id(layer, i) + "\"><IconStyle><color>" + colour(s.outline, 255) +
                "</color></IconStyle><LabelStyle><scale>0.8</scale></LabelStyle><LineStyle><color>" +
                colour(s.outline, 255) + "</color><width>2.5</width></LineStyle><PolyStyle><color>" + colour(fill, 90) +
                "</color></PolyStyle></Style>\n");
    }
  }

  void add_layer(TableSpec const& layer) {
    m_out.add("<Folder><name>" + xml(render("table." + layer.name, m_language)) + "</name>\n");
    for (std::size_t i = 0; i < rules(layer).size(); ++i) {
      LedgerRows rows(m_ledger, layer, condition(rules(layer)[i]));
      bool open = false;
      while (rows.next()) {
        if (!std::exchange(open, true))
          m_out.add("<Folder><name>" + xml(render(rules(layer)[i].title, m_language)) + "</name>\n");
        add_row(rows, style_id(layer, i));
      }
      if (open) m_out.add("</Folder>\n");
    }
    m_out.add("</Folder>\n");
  }

  void add_row(LedgerRows const& rows, std::string const& style) {
    auto const place = place_of(rows);
    auto& losses = m_losses[rows.layer().name];
    if (place.empty()) {
      ++losses.without_place;
      return;
    }
    ++losses.rows;
    m_out.add("<Placemark><name>" + xml(name_of(rows)) + "</name><styleUrl>#" + style + "</styleUrl><description>" +
              xml(facts(rows)) + "</description><ExtendedData>" + data(rows) + "</ExtendedData>" + place +
              "</Placemark>\n");
  }

  static std::string place_of(LedgerRows const& rows) {
    if (auto text = geometry_kml(rows.wkb()); !text.empty()) return text;
    auto const lon = rows.column("lon"), lat = rows.column("lat");
    if (!lon || !lat || rows.null(*lon) || rows.null(*lat)) return {};
    return fmt::format("<Point><coordinates>{:.9f},{:.9f}</coordinates></Point>", rows.real(*lon), rows.real(*lat));
  }

  std::string name_of(LedgerRows const& rows) const {
    for (char const* name : {"activity_name", "activity_id", "area_name", "area_id", "text"})
      if (auto const i = rows.column(name); i && !rows.null(*i)) return std::string(rows.text(*i));
    return rows.layer().name;
  }

  std::string value(LedgerRows const& rows, std::size_t i) const {
    auto const& [name, type] = rows.layer().columns[i];
    if (rows.null(i)) return "–";
    if (type == "BOOLEAN") return render(rows.integer(i) != 0 ? "kml.yes" : "kml.no", m_language);
    if (type != "REAL") return shown_word(name, rows.text(i), m_language);
    if (name.ends_with("_share")) return fmt::format("{:.2f} %", 100 * rows.real(i));
    return fmt::format("{:.{}f}", rows.real(i), name == "lon" || name == "lat" ? 6 : 2);
  }

  // A table in HTML: what map tips show, then the ids.
  std::string facts(LedgerRows const& rows) const {
    auto const& look = *palette().look_of(rows.layer().name);
    std::vector<std::string> columns = look.tip;
    columns.insert(columns.end(), look.tip_long.begin(), look.tip_long.end());
    for (char const* id : {"schematic", "activity_id", "area_id", "conflict_id"})
      if (rows.column(id) && std::find(columns.begin(), columns.end(), id) == columns.end()) columns.emplace_back(id);
    std::string out = "<table>";
    for (auto const& column : columns)
      if (auto const i = rows.column(column))
        out += "<tr><td>" + xml(column_title(column, m_language)) + "</td><td>" + xml(value(rows, *i)) + "</td></tr>";
    out += "</table>";
    if (rows.column("verdict")) out += "<p>" + xml(render("qgis.proposal", m_language)) + "</p>";
    return out;
  }

  std::string data(LedgerRows const& rows) const {
    std::string out;
    for (std::size_t i = 0; i < rows.layer().columns.size(); ++i) {
      if (rows.null(i)) continue;
      auto const& name = rows.layer().columns[i].name;
      out += "<Data name=\"" + name + "\"><displayName>" + xml(column_title(name, m_language)) +
             "</displayName><value>" + xml(rows.text(i)) + "</value></Data>";
    }
    return out;
  }

  Database& m_ledger;
  ByteSink& m_out;
  Language m_language;
  std::map<std::string, LayerLosses> m_losses;
};

}  // namespace

std::map<std::string, LayerLosses> write_kml(Database& ledger, std::vector<TableSpec const*> const& layers,
                                             KmlText const& about, ByteSink& out, Language l) {
  return Kml(ledger, out, l).write(layers, about);
}

}  // namespace redline
