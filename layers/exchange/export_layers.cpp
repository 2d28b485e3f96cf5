// SPDX-License-Identifier: Apache-2.0
#include "layers/exchange/export_layers.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "engine/core/error.hpp"
#include "layers/exchange/kml.hpp"
#include "layers/ledger_report/ledger_file.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

// What may stand beside a .shp and speak of it: a new one must not get the index of an old one.
constexpr char const* PARTS[] = {".dbf", ".shx", ".prj", ".cpg", ".shp"};
constexpr char const* OF_AN_OLDER[] = {".qix", ".sbn", ".sbx", ".qpj", ".idm", ".ind", ".shp.xml", ".ain", ".aih"};

using Layers = std::vector<TableSpec const*>;

std::string names_of(Layers const& layers) {
  std::string out;
  for (auto const* l : layers) out += (out.empty() ? "" : ", ") + l->name;
  return out;
}

class Export {
 public:
  explicit Export(ExportOptions const& o) : m_options(o), m_format(format()), m_ledger(o.ledger) { choose(); }

  ExportResult run() {
    for (char const* key : m_format->losses) m_result.notes.push_back({key, {}});
    if (m_format->several_layers && !m_folder)
      write_kml_file(m_layers, m_options.output);
    else if (!m_folder)
      write_layer(*m_layers.front(), m_options.output);
    else
      write_folder();
    return std::move(m_result);
  }

 private:
  ExchangeFormat const* format() {
    auto const* by_ending = format_of_ending(m_options.output);
    m_folder = by_ending == nullptr;
    auto const* named = m_options.format.empty() ? by_ending : format_named(m_options.format);
    std::string known;
    for (auto const& name : format_names()) known += (known.empty() ? "" : ", ") + name;
    if (!named || (by_ending && named != by_ending))
      throw Error(ErrorKind::usage, "exchange.unknown_format", {m_options.output, known});
    return named;
  }

  void choose() {
    auto const all = spatial_layers();
    Layers filled;
    for (auto const* l : all)
      if (rows_of_layer(m_ledger.db(), *l) > 0) filled.push_back(l);
    for (auto const& name : m_options.layers) {
      auto const it = std::find_if(all.begin(), all.end(), [&](auto const* l) { return l->name == name; });
      if (it == all.end()) throw Error(ErrorKind::usage, "exchange.no_layer", {name, names_of(all)});
      if (std::find(m_layers.begin(), m_layers.end(), *it) == m_layers.end()) m_layers.push_back(*it);
    }
    if (m_layers.empty() && m_format->several_layers && !m_folder)
      for (auto const* l : all)
        if (l->name.rfind("conflict_", 0) == 0) m_layers.push_back(l);
    if (m_layers.empty() && m_folder) m_layers = filled;
    bool const one_only = !m_format->several_layers && !m_folder;
    if (one_only && m_layers.size() != 1)
      throw Error(ErrorKind::usage, "exchange.which_layer", {m_options.output, names_of(filled)});
    if (m_layers.empty()) throw Error(ErrorKind::usage, "exchange.no_rows", {m_options.ledger});
  }

  void write_folder() {
    std::error_code ignored;
    bool const made = fs::create_directory(m_options.output, ignored);
    try {
      for (auto const* layer : m_layers) {
        auto const path = (fs::path(m_options.output) / (layer->name + m_format->ending)).string();
        if (m_format->several_layers)
          write_kml_file({layer}, path);
        else
          write_layer(*layer, path);
      }
    } catch (...) {
      if (made) fs::remove(m_options.output, ignored);  // where it stayed empty
      throw;
    }
  }

  void check(std::string const& path) const {
    std::error_code absent;
    if (fs::equivalent(path, m_options.ledger, absent))
      throw Error(ErrorKind::output, "write.is_input", {path, m_options.ledger});
  }

  void write_kml_file(Layers const& layers, std::string const& path) {
    check(path);
    AtomicFile file(path, m_options.overwrite);
    ByteSink sink(file.temporary(), path);
    auto const l = m_options.language;
    std::string about = render(Message{"kml.about", {m_ledger.run("as_of")}}, l);
    for (char const* key : {"qgis.proposal", "exchange.as_wgs84", "exchange.kml_phones"}) about += " " + render(key, l);
    KmlText const text{fs::path(m_options.ledger).stem().string(), about};
    auto const losses = write_kml(m_ledger.db(), layers, text, sink, l);
    sink.close();
    file.publish();
    std::int64_t rows = 0;
    for (auto const& [layer, lost] : losses) {
      rows += lost.rows;
      tell(layer, lost);
    }
    m_result.files.push_back({path, rows});
  }

  void write_layer(TableSpec const& layer, std::string const& path) {
    check(path);
    auto const parts = parts_of(path);
    std::vector<std::unique_ptr<AtomicFile>> places;
    for (auto const& part : parts) places.push_back(std::make_unique<AtomicFile>(part, m_options.overwrite));
    HiddenFolder const folder(path);
    auto const inside = (fs::path(folder.path()) / fs::path(path).filename()).string();
    LedgerRows rows(m_ledger.db(), layer);
    auto const losses = write_gdal_layer(rows, *m_format, inside, path);
    for (std::size_t i = 0; i < parts.size(); ++i)
      fs::rename(fs::path(folder.path()) / fs::path(parts[i]).filename(), places[i]->temporary());
    if (parts.size() > 1) remove_older(path);
    for (auto const& place : places) place->publish();
    tell(layer.name, losses);
    m_result.files.push_back({path, losses.rows});
  }

  std::vector<std::string> parts_of(std::string const& path) const {
    if (std::string(m_format->name) != "shapefile") return {path};
    auto const stem = fs::path(path).replace_extension().string();
    std::vector<std::string> out;
    for (std::string const ending : PARTS) out.push_back(ending == ".shp" ? path : stem + ending);
    if (m_options.overwrite) return out;
    for (char const* ending : OF_AN_OLDER)
      if (fs::exists(stem + ending)) throw Error(ErrorKind::output, "write.exists", {stem + ending});
    return out;
  }

  static void remove_older(std::string const& path) {
    std::error_code ignored;
    for (char const* ending : OF_AN_OLDER) fs::remove(fs::path(path).replace_extension().string() + ending, ignored);
  }

  void tell(std::string const& layer, LayerLosses const& losses) {
    std::string cut;
    for (auto const& [column, n] : losses.cut_texts)
      cut += (cut.empty() ? "" : ", ") + column + " (" + std::to_string(n) + ")";
    if (!cut.empty()) m_result.notes.push_back({"exchange.cut", {layer, cut}});
    if (losses.without_place > 0)
      m_result.notes.push_back({"exchange.without_place", {layer, std::to_string(losses.without_place)}});
  }

  ExportOptions const& m_options;
  bool m_folder = false;
  ExchangeFormat const* m_format;
  LedgerFile m_ledger;
  Layers m_layers;
  ExportResult m_result;
};

}  // namespace

ExportResult export_layers(ExportOptions const& options) { return Export(options).run(); }

}  // namespace redline
