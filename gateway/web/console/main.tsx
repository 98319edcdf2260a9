import { render } from 'preact'
import '../shared/tokens.css'
import './app/base.css'
import './app/shell.css'
import { App } from './app/app'

render(<App />, document.getElementById('console')!)
