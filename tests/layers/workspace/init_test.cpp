// redline init.
// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/init.hpp"

#include <catch2/catch.hpp>

#include <regex>

#include "engine/core/error.hpp"
#include "engine/rules/rule_set.hpp"
#include "layers/workspace/register.hpp"
#include "layers/workspace/workspace.hpp"
#include "tests/layers/workspace/folder.hpp"

using namespace redline;
using redline::test::Folder;
using redline::test::read_file;
namespace fs = std::filesystem;

namespace {

class DataFolder {  // REDLINE_DATA for the time of a test
 public:
  explicit DataFolder(std::string const& path) { ::setenv("REDLINE_DATA", path.c_str(), 1); }
  ~DataFolder() { ::unsetenv("REDLINE_DATA"); }
};

std::string init_error(std::string const& folder, bool demo) {
  try {
    init_workspace(folder, demo);
    return "";
  } catch (Error const& e) {
    CHECK(has_text(e.message().key));
    return e.message().key;
  }
}

std::size_t files_in(fs::path const& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("a new workspace can be read at once") {
  Folder const f;
  init_workspace((f / "新工作区").string(), false, Language::en);
  auto const w = read_workspace((f / "新工作区").string());
  CHECK(w.name == "新工作区");
  REQUIRE(w.language);
  CHECK(*w.language == Language::en);
  CHECK(w.plan.layers.empty());
  CHECK(read_file(w.plan.rules_file) == builtin_rules());
  CHECK(read_file(f / "新工作区/rules.examples.toml") == builtin_rule_examples());
  CHECK_NOTHROW(RuleSet::parse(read_file(w.plan.rules_file), w.plan.rules_file));
  auto const own = Register::load(w.plan.register_file);
  auto const builtin = Register::load();
  CHECK(own.reserves().size() == builtin.reserves().size());
  CHECK(own.aliases().size() == builtin.aliases().size());
  auto const text = read_file(f / "新工作区/redline.toml");  // the only check there is takes a rule set
  CHECK(text.find("redline check --rules rules.toml") != std::string::npos);
  CHECK_FALSE(std::regex_search(text, std::regex("redline check(?! --rules rules\\.toml)")));
}

TEST_CASE("the examples in a new redline.toml hold when they are switched on") {
  Folder const f;
  init_workspace(f.str(), false);
  auto const text = std::regex_replace(read_file(f / "redline.toml"),
                                       std::regex("\n# (as_of|accuracy_m|\\[|[a-z_]+ = |\"[0-9]\" = )"), "\n$1");
  f.write("redline.toml", text);
  for (auto const* name : {"保护区.shp", "全区范围.geojson", "红线.gdb", "采矿权.shp"}) f.write(name, "");
  auto const w = read_workspace(f.str());
  CHECK(w.plan.layers.size() == 3);
  CHECK(w.plan.layers.at(0).zone_map.size() == 3);
  CHECK(to_string(w.plan.as_of) == "2019-03-31");
  CHECK(w.plan.datum_parameters.size() == 1);
  CHECK(w.plan.setbacks_m.size() == 1);
  CHECK(w.plan.layers.at(1).accuracy_m == 5);
}

TEST_CASE("nothing that is there is overwritten") {
  Folder const f;
  f.write("mine.txt", "1");
  CHECK(init_error(f.str(), false) == "");  // other files do not matter
  auto const before = read_file(f / "redline.toml");
  CHECK(init_error(f.str(), false) == "workspace.exists");
  CHECK(read_file(f / "redline.toml") == before);
  Folder const g;
  g.write("rules.toml", "mine");
  CHECK(init_error(g.str(), false) == "workspace.in_the_way");
  CHECK(files_in(g.str()) == 1);
  CHECK(read_file(g / "rules.toml") == "mine");
  Folder const h;
  CHECK(init_error((fs::path(h.write("file", "")) / "below").string(), false) == "workspace.not_written");
}

TEST_CASE("the demonstration comes with its layers and with rules of its own") {
  Folder const data, f;
  std::string const settings =
      "# head\nformat = \"redline-workspace/1\"\n[[layer]]\nrole = \"areas\"\nsource = \"a.geojson\"\n";
  data.write("xinjiang/redline.toml", settings);
  for (auto const* name : {"a.geojson", "README.md", "make.py", "check.py", "expected.csv", "make/b.py"})
    data.write(std::string("xinjiang/") + name, name);
  DataFolder const set(data.str());
  init_workspace(f.str(), true);
  auto const w = read_workspace(f.str());
  CHECK(w.plan.layers.size() == 1);
  CHECK(w.plan.rules_file == (f / "rules.toml").string());
  CHECK(w.plan.register_file == (f / "register.csv").string());
  CHECK(fs::exists(f / "README.md"));
  for (auto const* name : {"make.py", "check.py", "expected.csv", "make"}) CHECK_FALSE(fs::exists(f / name));
}

TEST_CASE("the demonstration of the source tree is a whole workspace") {
  Folder const f;
  DataFolder const set((fs::path(REDLINE_SOURCE_DIR) / "testdata").string());
  init_workspace(f.str(), true);
  auto const w = read_workspace(f.str());
  CHECK(to_string(w.plan.as_of) == "2019-03-31");
  std::size_t areas = 0;
  for (auto const& l : w.plan.layers) {
    CHECK(fs::exists(l.source));
    areas += l.role == Role::areas;
  }
  CHECK(areas == 4);
  CHECK(w.plan.layers.size() == 12);
}

TEST_CASE("a demonstration that is missing is named, and nothing is written") {
  Folder const f;
  DataFolder const set((f / "nowhere").string());
  CHECK(init_error((f / "w").string(), true) == "workspace.no_demo");
  CHECK_FALSE(fs::exists(f / "w"));
}
