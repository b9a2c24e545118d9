import hooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import typed from "typescript-eslint";

const banned = ["user", "bot", "service", "manager", "helper", "utils", "handler", "processor", "data", "info", "item", "chunk", "doc"];

export default defineConfig(
  { ignores: ["dist", "node_modules", "src/api/types.ts"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [typed.configs.strictTypeChecked, typed.configs.stylisticTypeChecked, hooks.configs.flat.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      complexity: ["error", 12],
      "id-denylist": ["error", ...banned],
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
);
