// A new workspace. SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/core/error.hpp"
#include "engine/rules/rule_set.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

constexpr char const* TEMPLATE = R"(# Redline 工作区 / workspace. 说明见 docs/workspace.zh-CN.md / see docs/workspace.md
format = "redline-workspace/1"
name = "我的工作区"
# as_of = "2019-03-31"      # 核查日期；不写则为当天 / the day that counts; today if left out
rules = "rules.toml"        # 规则，可以修改；改后运行 redline check --rules rules.toml

[settings]
# accuracy_m = 5.0          # 各图层的点位精度（米），未知就不写
densify_m = 0.01
nearest_limit_m = 20000.0

# 每个图层一节 / one section a layer
# [[layer]]
# name = "reserves"
# role = "areas"            # areas 保护区域, activities 活动
# source = "保护区.shp"
# kind = "nature_reserve"
# [layer.fields]
# name = "BHQMC"
# zone = "GNFQ"
)";

fs::path demo_data() {
  if (auto const* d = std::getenv("REDLINE_DATA")) return fs::path(d) / "xinjiang";
  if (auto const installed = fs::path(REDLINE_INSTALLED_DATA) / "xinjiang"; fs::exists(installed)) return installed;
  return fs::path(REDLINE_SOURCE_DATA) / "xinjiang";
}

void write(fs::path const& path, std::string_view text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out.flush()) throw Error(ErrorKind::output, "write.failed", {path.string(), ""});
}

}  // namespace

void init_workspace(std::string const& directory, bool demo) {
  fs::path const dir(directory);
  if (fs::exists(dir / "redline.toml")) throw Error(ErrorKind::output, "workspace.exists", {directory});
  std::error_code error;
  fs::create_directories(dir, error);
  if (error) throw Error(ErrorKind::output, "write.failed", {directory, error.message()});
  if (demo) {
    auto const from = demo_data();
    if (!fs::exists(from / "redline.toml")) throw Error(ErrorKind::input, "workspace.no_demo", {from.string()});
    fs::copy(from, dir, fs::copy_options::recursive | fs::copy_options::skip_existing);
  } else {
    write(dir / "redline.toml", TEMPLATE);
  }
  if (!fs::exists(dir / "rules.toml")) write(dir / "rules.toml", builtin_rules());
  if (!fs::exists(dir / "rules.examples.toml")) write(dir / "rules.examples.toml", builtin_rule_examples());
}

}  // namespace redline
