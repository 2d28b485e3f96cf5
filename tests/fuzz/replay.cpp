// The kept corpus through the same functions without libFuzzer, and each file of it cut short, with bytes changed and
// with pieces of its neighbours, by numbers that are the same in each run. replay TARGET FOLDER [CHANGES OF EACH FILE]
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tests/fuzz/targets.hpp"

namespace {

using Random = std::mt19937;

std::vector<std::string> contents(std::string const& folder) {
  std::vector<std::filesystem::path> paths;
  for (auto const& f : std::filesystem::directory_iterator(folder)) paths.push_back(f.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (auto const& p : paths) {
    std::ifstream in(p, std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return out;
}

std::size_t below(std::size_t n, Random& random) { return n == 0 ? 0 : random() % n; }

std::string changed(std::string text, std::vector<std::string> const& all, Random& random) {
  constexpr std::string_view TELLING = ",;@=[]0123456789.-+eEJ\t\n\r\"'\0\xff\xef\xbb\xbf";
  for (auto times = 1 + below(4, random); times > 0; --times) {
    auto const at = below(text.size() + 1, random);
    auto const& other = all[below(all.size(), random)];
    auto const from = below(other.size(), random);
    switch (random() % 5) {
      case 0:
        text.resize(at);
        break;
      case 1:
        if (at < text.size()) text[at] = TELLING[below(TELLING.size(), random)];
        break;
      case 2:
        text.insert(at, other.substr(from, below(60, random)));
        break;
      case 3:
        text.erase(at, below(20, random));
        break;
      default:
        text.insert(at, 1, static_cast<char>(random() % 256));
    }
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  auto const target = std::find_if(redline::fuzz::TARGETS.begin(), redline::fuzz::TARGETS.end(),
                                   [&](auto const& t) { return t.name == argv[1]; });
  auto const files = contents(argv[2]);
  if (target == redline::fuzz::TARGETS.end() || files.empty()) return 2;
  int const changes = argc > 3 ? std::atoi(argv[3]) : 0;
  for (auto const& text : files) {
    target->run(text);
    Random random(static_cast<unsigned>(text.size()));
    for (int i = 0; i < changes; ++i) target->run(changed(text, files, random));
  }
  std::printf("%s: %zu files, each with %d changes\n", argv[1], files.size(), changes);
  return 0;
}
