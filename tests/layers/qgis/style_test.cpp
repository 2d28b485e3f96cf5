// Styles of the ledger as text: one for each spatial layer, the same every time, in the language asked for.
// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/style.hpp"

#include <catch2/catch.hpp>

#include "layers/write/ledger_schema.hpp"

using namespace redline;

namespace {

std::size_t times(std::string const& text, std::string const& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("every spatial layer has a style with a rule for each line of its legend", "[qgis]") {
  auto const styles = ledger_styles(Language::zh);
  std::size_t at = 0;
  for (auto const& spec : ledger_tables()) {
    if (!spec.spatial()) continue;
    REQUIRE(at < styles.size());
    auto const& s = styles[at++];
    INFO(s.layer);
    CHECK(s.layer == spec.name);
    CHECK(s.is_default);
    auto const& look = *palette().look_of(s.layer);
    auto const rules = palette().rules_of(look).size();
    CHECK(times(s.qml, "<rule key=") == rules);
    CHECK(times(s.sld, "<se:Rule>") == (look.dots > 0 ? 2 * rules : rules));
    CHECK(times(s.qml, "<alias field=") == spec.columns.size());
    CHECK(times(s.qml + s.sld, "{{") == 0);
  }
  CHECK(at == styles.size());
}

TEST_CASE("styles are the same every time and speak the language asked for", "[qgis]") {
  auto const a = ledger_styles(Language::zh), b = ledger_styles(Language::zh), c = ledger_styles(Language::en);
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a[i].qml == b[i].qml);
    CHECK(a[i].sld == b[i].sld);
    CHECK(times(a[i].qml, "<symbol type=") == times(c[i].qml, "<symbol type="));
  }
  CHECK(times(a[2].qml, "应退出") > 0);
  CHECK(times(c[2].qml, "must exit") > 0);
  CHECK(times(c[2].qml, "应退出") == 0);
}

TEST_CASE("what a rule leaves out is what the narrower ones before it take", "[qgis]") {
  MapRule rule;
  rule.where = {{"area_kind", "nature_reserve"}};
  rule.not_column = "zone", rule.not_values = {"core", "buffer"};
  CHECK(condition(rule) == "\"area_kind\" = 'nature_reserve' AND coalesce(\"zone\", '') NOT IN ('core', 'buffer')");
}
