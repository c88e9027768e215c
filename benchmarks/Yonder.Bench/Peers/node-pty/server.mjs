// The usual Node terminal server: node-pty behind ws, with the socket's backlog as flow control.
import { spawn } from 'node-pty'
import { WebSocketServer } from 'ws'

const high = 1 << 20
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.argv[2]), perMessageDeflate: false })

server.on('connection', (socket) => {
  const shell = spawn('bash', ['--norc'], { name: 'xterm-256color', cols: 80, rows: 24, encoding: null })
  shell.onData((data) => {
    socket.send(data, () => { if (socket.bufferedAmount < high) shell.resume() })
    if (socket.bufferedAmount > high) shell.pause()
  })
  shell.onExit(() => socket.close())
  socket.on('message', (keys) => shell.write(keys.toString()))
  socket.on('close', () => shell.kill())
})
