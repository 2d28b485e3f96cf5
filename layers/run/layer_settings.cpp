// SPDX-License-Identifier: Apache-2.0
#include "layers/run/layer_settings.hpp"

#include <array>

#include "layers/read/json_text.hpp"
#include "layers/run/layer_input.hpp"

namespace redline {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::string_view PREFIX = "layer.";

template <class Plan>  // LayerPlan, const or not
auto texts_of(Plan& p) {
  return std::array{std::pair{"name", &p.name},         std::pair{"kind", &p.kind},   std::pair{"crs", &p.crs},
                    std::pair{"encoding", &p.encoding}, std::pair{"where", &p.where}, std::pair{"action", &p.action}};
}

template <class Plan>
auto maps_of(Plan& p) {
  return std::array{std::pair{"fields", &p.fields}, std::pair{"zone_map", &p.zone_map},
                    std::pair{"kind_map", &p.kind_map}};
}

Json settings(LayerPlan const& p) {
  Json out{{"source", as_json(shown_source(p))}, {"role", p.role == Role::areas ? "areas" : "activities"}};
  for (auto const& [key, value] : texts_of(p))
    if (!value->empty()) out[key] = as_json(*value);
  if (p.accuracy_m) out["accuracy_m"] = *p.accuracy_m;
  for (auto const& [key, map] : maps_of(p))
    if (!map->empty()) out[key] = as_json(*map);
  return out;
}

LayerPlan layer(Json const& s) {
  LayerPlan p;
  auto const text = [&](char const* key) { return s.contains(key) ? text_of_json(s[key]) : std::string{}; };
  p.source = text("source");
  p.role = s.value("role", "") == "areas" ? Role::areas : Role::activities;
  for (auto const& [key, value] : texts_of(p)) *value = text(key);
  if (s.contains("accuracy_m")) p.accuracy_m = s["accuracy_m"].get<double>();
  for (auto const& [key, map] : maps_of(p))
    if (s.contains(key)) *map = texts_of_json(s[key]);
  return p;
}

}  // namespace

ManifestRows layer_settings(std::vector<LayerPlan> const& layers) {
  ManifestRows out;
  for (std::size_t i = 0; i < layers.size(); ++i)
    out.emplace_back(std::string(PREFIX) + std::to_string(i + 1), settings(layers[i]).dump());
  return out;
}

std::vector<LayerPlan> layers_of_settings(ManifestRows const& manifest) {
  std::vector<LayerPlan> out;
  for (auto const& [key, value] : manifest) {
    if (!key.starts_with(PREFIX)) continue;
    auto const s = parse_json(value);
    if (!s || !s->is_object()) return {};
    try {
      out.push_back(layer(*s));
    } catch (std::exception const&) {
      return {};  // edited by hand
    }
  }
  return out;
}

}  // namespace redline
