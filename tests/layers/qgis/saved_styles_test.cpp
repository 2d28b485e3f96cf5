// XML taken apart and put together without changing what is not meant; styles that look as they were made.
// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/saved_styles.hpp"

#include <catch2/catch.hpp>

#include "layers/qgis/same_look.hpp"
#include "layers/qgis/xml_text.hpp"

using namespace redline;

namespace {

std::string replaced(std::string text, std::string const& from, std::string const& to) {
  auto const at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

bool same(std::string const& a, std::string const& b) { return same_look(XmlText(a), 0, XmlText(b), 0); }

std::size_t times(std::string const& text, std::string const& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("elements of an XML text stand where they are written", "[qgis]") {
  XmlText const xml("<!DOCTYPE a><a k='1&amp;&#xa;2'>\n<b/>界<c x=\"&lt;\"><b>t</b></c></a>");
  REQUIRE(xml.elements().size() == 4);
  CHECK(xml.elements()[0].attribute("k") == "1&\n2");
  CHECK(xml.elements()[0].text == "\n界");
  CHECK(xml.whole(1) == "<b/>");
  CHECK(xml.whole(2) == "<c x=\"&lt;\"><b>t</b></c>");
  CHECK(xml.children(0) == std::vector<std::size_t>{1, 2});
  CHECK(xml.child(0, "c") == 2);
  CHECK(xml.child(0, "d") == 0);
  CHECK(xml.inner_with(0, {{1, "<n/>"}, {2, ""}}) == "\n<n/>界");
  CHECK(xml_attribute("<\"&\n") == "&lt;&quot;&amp;&#xa;");
}

TEST_CASE("what is no XML is told with its line", "[qgis]") {
  for (std::string const text : {"", "<a>", "<a>\n</b>", "a", "<a>\xff</a>", "<a b></a>"})
    CHECK_THROWS_AS(XmlText(text), XmlFault);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK_THROWS_AS(XmlText(deep), XmlFault);
  try {
    XmlText("<a>\n\n<b></a>");
    FAIL("no fault");
  } catch (XmlFault const& e) {
    CHECK(e.line == 3);
  }
}

TEST_CASE("a style looks like itself; whatever is changed in it is seen", "[qgis]") {
  auto const layers = styled_layers(Language::zh);
  for (auto const& [name, layer] : layers) {
    INFO(name);
    auto const made = project_layer_qml(layer, Language::zh);
    CHECK(same(made, made));
    CHECK_FALSE(same(made, project_layer_qml(layer, Language::en)));  // names of columns
  }
  auto const made = project_layer_qml(layers.at("conflict_areas_must_exit"), Language::zh);
  for (auto const& [from, to] :
       {std::pair{"name=\"line_width\" value=\"", "name=\"line_width\" value=\"9"},
        {"labelsEnabled=\"1\"", "labelsEnabled=\"0\""},
        {"<layerOpacity>1<", "<layerOpacity>0.5<"},
        {"fontSize=\"", "fontSize=\"1"},
        {"<mapTip>", "<mapTip>x"},
        {"<Option name=\"line_width\"", "<Option name=\"offset\" value=\"3\"/><Option name=\"line_width\""},
        {"<layer class=\"SimpleLine\"", "<layer class=\"MarkerLine\"/><layer class=\"SimpleLine\""}}) {
    INFO(from);
    CHECK_FALSE(same(made, replaced(made, from, to)));
  }
  CHECK(same(made, replaced(made, "<Option name=\"line_width\"",
                            "<Option name=\"offset\" value=\"0\"/><Option name=\"line_width\"")));
  CHECK(same(made, replaced(made, "fontSize=\"8.5\"", "fontSize=\"8.50000000000000001\"")));
}

TEST_CASE("a layer of one rule takes of its table's style what is its own", "[qgis]") {
  auto const layers = styled_layers(Language::en);
  auto const table = project_layer_qml(layers.at("conflict_areas"), Language::en);
  auto const own = style_of_layer(table, layers.at("conflict_areas_must_exit"));
  CHECK(times(table, "<rule ") > 5);
  CHECK(times(own, "<rule ") == 1);
  CHECK(times(own, "filter=") == 0);
  CHECK(times(style_of_layer(table, layers.at("conflict_areas_others")), "<rule ") == times(table, "<rule "));
  auto const kept =
      replaced(table, "</rules>", "<rule filter=\"&quot;overlap_m2&quot; &gt; 1\" symbol=\"0\"/></rules>");
  CHECK(times(style_of_layer(kept, layers.at("conflict_areas_must_exit")), "<rule ") == 2);
}
